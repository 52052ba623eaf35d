//! Gaps: one gap kind a file.
