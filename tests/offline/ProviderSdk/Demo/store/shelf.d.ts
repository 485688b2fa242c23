import * as pulumi from "@pulumi/pulumi";
import * as inputs from "../types/input";
import * as outputs from "../types/output";
import * as enums from "../types/enums";
import { Room } from "./index";
/**
 * A shelf; `readonly wrong: nonsense;` in a comment is no member.
 */
export declare class Shelf extends pulumi.CustomResource {
    static get(name: string, id: pulumi.Input<pulumi.ID>, state?: ShelfState, opts?: pulumi.CustomResourceOptions): Shelf;
    static isInstance(obj: any): obj is Shelf;
    readonly boards: pulumi.Output<outputs.store.ShelfBoard[] | undefined>;
    readonly count: pulumi.Output<number | undefined>;
    readonly load: pulumi.Output<number>;
    readonly shelf: pulumi.Output<string>;
    readonly tags: pulumi.Output<{
        [key: string]: string;
    } | undefined>;
    constructor(name: string, args: ShelfArgs, opts?: pulumi.CustomResourceOptions);
}
export interface ShelfState {
    load?: pulumi.Input<number | undefined>;
}
export interface ShelfArgs {
    boards?: pulumi.Input<pulumi.Input<inputs.store.ShelfBoard>[] | undefined>;
    /**
     * @deprecated Count the boards.
     */
    count?: pulumi.Input<number | undefined>;
    key?: pulumi.Input<string | undefined>;
    /**
     * Old names.
     *
     * @deprecated Give one
     * name only.
     */
    labels?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    load: pulumi.Input<number>;
    plan?: pulumi.Input<pulumi.asset.Archive | undefined>;
    room: pulumi.Input<string | Room>;
    rule?: pulumi.Input<string | inputs.store.ShelfBoard | inputs.store.Rule | undefined>;
    sides?: pulumi.Input<string | pulumi.Input<string>[] | undefined>;
    tags?: pulumi.Input<{
        [key: string]: pulumi.Input<string>;
    } | undefined>;
    wood: pulumi.Input<string | enums.store.Wood>;
}
//# sourceMappingURL=shelf.d.ts.map
