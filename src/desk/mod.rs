//! THE FRONT OFFICE: one function per user's question. The API and the command line both call it.
