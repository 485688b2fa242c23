return await Pulumi.Deployment.RunAsync<Bookmarks.BookmarksStack>();
