//! An undirected simple graph as flat arrays.
