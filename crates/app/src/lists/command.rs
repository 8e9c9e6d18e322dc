//! Lists by command.
