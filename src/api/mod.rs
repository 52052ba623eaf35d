//! THE COUNTER: HTTP only. Nobody imports it.
