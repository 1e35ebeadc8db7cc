// What tests in a browser share: a server of files, and Debian's Chromium.

import * as fs from "node:fs";
import http from "node:http";
import path from "node:path";

import { chromium } from "playwright-core";

const TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
};

/** Serves a folder below a path; `?untyped` asks for a file without its type. */
export async function serve(folder, below = "/") {
    const server = http.createServer((request, response) => {
        const { pathname, search } = new URL(request.url, "http://localhost");
        const name = pathname.startsWith(below) ? pathname.slice(below.length) || "index.html" : "\0";
        const file = path.join(folder, path.normalize(`/${decodeURIComponent(name)}`));
        if (name === "\0" || !fs.existsSync(file)) {
            response.writeHead(404).end();
            return;
        }
        const type = TYPES[path.extname(file)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": search === "?untyped" ? "text/plain" : type });
        fs.createReadStream(file).pipe(response);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    });
}

/** Collects what a page complains of. */
export function complaintsOf(page) {
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    return complaints;
}
