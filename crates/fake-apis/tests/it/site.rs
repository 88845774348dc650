//! The playground's files, their types and their policy.

use std::fs;

use crate::server::Server;

const FILES: [(&str, &str, &str); 5] = [
    ("index.html", "/?state=ready", "text/html"),
    ("web/dist/core.wasm", "/dist/core.wasm", "application/wasm"),
    ("web/dist/element/define.js", "/dist/element/define.js", "text/javascript"),
    ("web/site/tokens.css", "/site/tokens.css", "text/css"),
    ("tests/states.json", "/states.json", "application/json"),
];

#[test]
fn files_have_their_types() {
    let site = std::env::temp_dir().join(format!("fake-apis-site-{}", std::process::id()));
    for (file, ..) in FILES {
        let path = site.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file).unwrap();
    }
    let server = Server::start_with_site(site.clone());
    for (file, path, content_type) in FILES {
        let reply = server.get(path);
        assert_eq!((reply.status, reply.body.as_str()), (200, file), "{path}");
        assert_eq!(reply.header("content-type"), content_type, "{path}");
        assert_eq!(reply.header("cache-control"), "no-cache", "{path}");
        let has_policy = reply.header("content-security-policy").contains("'wasm-unsafe-eval'");
        assert_eq!(has_policy, file == "index.html", "{path}");
    }
    assert_eq!(server.get("/dist/../../index.html").status, 404);
    assert_eq!(server.get("/dist/missing.js").status, 404);
    fs::remove_dir_all(site).unwrap();
}
