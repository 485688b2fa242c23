export declare const Wood: {
    readonly Ash: "ash \"white\"";
    /**
     * @deprecated Too soft.
     */
    readonly Lime: "lime";
};
export type Wood = (typeof Wood)[keyof typeof Wood];
