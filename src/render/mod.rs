//! THE PRINT SHOP: a map as SVG, PNG, PDF, DOT.
