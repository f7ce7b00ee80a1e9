package dev.parley.app;

import dev.parley.app.admin.AdminCommand;
import dev.parley.app.doctor.DoctorCommand;
import dev.parley.app.load.LoadCommand;
import dev.parley.app.serve.ServeCommand;
import dev.parley.app.wiring.ParleyRuntime;
import java.util.List;

/// Every command of the program. A new command is a class with picocli's `@Command` and a line
/// here.
final class Commands {

  private Commands() {}

  static List<Object> all() {
    return List.of(
        new ServeCommand(new ParleyRuntime(System.out), System.out),
        new AdminCommand(System.out).tree(),
        new LoadCommand(System.out),
        new DoctorCommand(System.out));
  }
}
