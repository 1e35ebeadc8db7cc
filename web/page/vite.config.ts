import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const web = new URL("..", import.meta.url);

export default defineConfig({
    // The built page works from any folder of a server.
    base: "./",
    resolve: { alias: { tapmark: fileURLToPath(new URL("dist/index.js", web)) } },
    server: { fs: { allow: [fileURLToPath(web)] } },
    build: {
        outDir: fileURLToPath(new URL("site", web)),
        emptyOutDir: true,
        target: "es2022",
        // The page's policy takes no `data:` addresses.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
    },
});
