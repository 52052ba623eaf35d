//! Everything configurable, read once, each limit named with its unit.
