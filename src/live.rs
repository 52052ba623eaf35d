//! THE DESK: the only state.
