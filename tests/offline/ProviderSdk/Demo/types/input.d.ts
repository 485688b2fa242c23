import * as pulumi from "@pulumi/pulumi";
export interface Elsewhere {
    callback: (value: string) => void;
}
export declare namespace store {
    interface Rule {
        text?: pulumi.Input<any | undefined>;
    }
    interface ShelfBoard {
        nested?: pulumi.Input<inputs.store.Rule | undefined>;
        parts?: pulumi.Input<{
            [key: string]: pulumi.Input<pulumi.Input<number>[]>;
        } | undefined>;
        strong?: pulumi.Input<boolean | undefined>;
        width: pulumi.Input<number>;
    }
}
