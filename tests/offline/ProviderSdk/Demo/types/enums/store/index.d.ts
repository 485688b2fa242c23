export declare const Wood: {
    readonly Ash: "ash \"white\"";
    readonly Equals: "equals";
    /**
     * @deprecated Too soft.
     */
    readonly Lime: "lime";
};
export type Wood = (typeof Wood)[keyof typeof Wood];
