//! All integration tests, in one binary.
//!
//! ```text
//! access        what a role may not see is in no answer, and who may change what
//! adviser       what an adviser reads of coalitions beside each other: what the nine texts say, what is not shown and why
//! api           everything that goes through HTTP, in-process: the jobs of who reads and writes, limits, errors, the document
//! architecture  which room may call which, and who alone may name a library
//! cards         what is kept: the call card of a coalition, and a contact for an address book
//! chance        profiles of coalitions are held against chance in the background, and a measure against size
//! cli           the real program: its answers, errors and exit codes
//! country       made-up networks of the whole country, as the benches use them
//! facilitator   what a facilitator reads of the nine coalitions, from file to answer
//! lookup        whom to call: lines between people, who serves a need and in which order, who elsewhere
//! professional  whom a professional calls: from the nine coalitions and from made-up desks, through HTTP and the command line
//! rules         how claims become lines and lines become findings, each on the smallest coalition that shows it
//! store         what was acknowledged is kept: the contract of every back end, the disk, the kill test, and the desk on top of it
//! ```

mod access;
mod adviser;
mod api;
mod architecture;
mod cards;
mod chance;
mod cli;
mod country;
mod facilitator;
mod lookup;
mod professional;
mod rules;
mod store;
