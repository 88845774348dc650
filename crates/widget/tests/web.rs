//! The widget in a browser: what a person sees and presses, and what the page is told.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod web {
    mod adding;
    mod mending;
    mod mount;
    mod page;
    mod sending;
}

wasm_bindgen_test_configure!(run_in_browser);
