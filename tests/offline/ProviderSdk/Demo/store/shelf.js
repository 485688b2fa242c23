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
