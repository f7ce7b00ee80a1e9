package dev.parley.app;

import dev.parley.app.doctor.DoctorCommand;
import dev.parley.app.serve.HealthRuntime;
import dev.parley.app.serve.ServeCommand;
import java.util.List;

/// Every command of the program. A new command is a class with picocli's `@Command` and a line
/// here.
final class Commands {

  private Commands() {}

  static List<Object> all() {
    return List.of(
        new ServeCommand(new HealthRuntime(), System.out), new DoctorCommand(System.out));
  }
}
