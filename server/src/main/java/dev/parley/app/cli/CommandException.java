package dev.parley.app.cli;

/// The command cannot do its work as things are; the message is one sentence for the operator.
/// Exit code 1.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message, null, false, false);
  }
}
