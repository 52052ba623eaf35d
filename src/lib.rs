//! Korte Lijnen ("short lines"): the partner map of a Kansrijke Start coalition. It finds the lines between the medical and
//! the social domain that are missing, says how sure it is, and draws them.
//!
//! The floor plan, in reading order (arrows: who may call whom; `tests/architecture` holds them):
//!
//! ```text
//! model     the nouns, and the one way to change them          model <- everything
//! exchange  files in and out                                   model <- exchange
//! store     the archive: load, append, history                 model <- store
//! network   the register frozen at a date                      model <- network
//! analysis  pure questions: measures, gaps, introductions      network <- analysis
//! lookup    whom to call: search, ranking, the shortest line   network <- lookup
//! render    a map as SVG, PNG, PDF, DOT; a report on paper     network <- render
//! live      the only state: snapshot and single writer         store, network <- live
//! desk      one function per user's question                   analysis, lookup, render, exchange, live <- desk
//! api       HTTP only                                          desk, live <- api
//! settings  everything configurable, read once                  model <- settings <- api, main
//! ```
//!
//! What is absent, on purpose: no client data anywhere; no clock and no randomness inside (both come in as arguments);
//! `analysis` and `render` do not know each other, nor do `store` and `network`; only `api` names axum, only `store` names
//! sled, only `render` names Graphviz and krilla; nobody imports `api`; `anyhow` stays in `main.rs`.

pub mod analysis;
pub mod api;
pub mod desk;
pub mod exchange;
pub mod live;
pub mod lookup;
pub mod model;
pub mod network;
pub mod render;
pub mod settings;
pub mod store;
