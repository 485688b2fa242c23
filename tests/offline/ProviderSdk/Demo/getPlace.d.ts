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
