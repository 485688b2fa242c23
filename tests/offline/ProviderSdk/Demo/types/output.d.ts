export declare namespace store {
    interface ShelfBoard {
        event?: string;
        names?: string[];
        strong?: boolean;
        width: number;
    }
}
