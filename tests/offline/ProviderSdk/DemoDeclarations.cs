namespace WorkoutLog.Offline.Tests.ProviderSdk;

/// <summary>The made-up provider's files, in the form in which real ones are published.</summary>
internal static class DemoDeclarations
{
    public const string Shelf = """
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
        """;

    public const string ShelfScript = """
        class Shelf extends pulumi.CustomResource {
            /** aliases: [{ type: "demo:store/comment:Comment" }] in a comment is no alias. */
            constructor(name, argsOrState, opts) {
                let resourceInputs = {};
                if (args?.load === undefined) {
                    throw new Error("Missing required property 'load'");
                }
                resourceInputs["key"] = args?.key ? pulumi.secret(args.key) : undefined;
                const aliasOpts = { aliases: [{ type: "demo:old/shelf:Shelf" }] };
                const secretOpts = { additionalSecretOutputs: ["key"] };
                const replaceOnChanges = { replaceOnChanges: ["room", "wood"] };
                super(Shelf.__pulumiType, name, resourceInputs, opts);
            }
        }
        Shelf.__pulumiType = 'demo:store/shelf:Shelf';
        """;

    public const string Inputs = """
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
        """;

    public const string Outputs = """
        export declare namespace store {
            interface ShelfBoard {
                event?: string;
                names?: string[];
                strong?: boolean;
                width: number;
            }
        }
        """;

    public const string Enums = """
        export declare const Wood: {
            readonly Ash: "ash \"white\"";
            /**
             * @deprecated Too soft.
             */
            readonly Lime: "lime";
        };
        export type Wood = (typeof Wood)[keyof typeof Wood];
        """;

    public const string Function = """
        import * as pulumi from "@pulumi/pulumi";
        export declare function getPlace(args?: GetPlaceArgs, opts?: pulumi.InvokeOptions): Promise<GetPlaceResult>;
        export interface GetPlaceArgs {
            id?: string;
            row: number;
        }
        export interface GetPlaceResult {
            readonly id: string;
            readonly rows?: number;
        }
        export declare function getPlaceOutput(args?: GetPlaceOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetPlaceResult>;
        export interface GetPlaceOutputArgs {
            id?: pulumi.Input<string | undefined>;
            row: pulumi.Input<number>;
        }
        """;
}
