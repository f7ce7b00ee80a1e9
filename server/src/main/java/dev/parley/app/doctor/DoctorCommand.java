package dev.parley.app.doctor;

import dev.parley.app.cli.SettingOptions;
import dev.parley.app.config.ServerConfig;
import dev.parley.app.config.Settings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `parley doctor`: a line for each thing looked at, and what to do where something is wrong. It
/// changes nothing, and works whether a server runs or not.
@Command(name = "doctor", description = "Check this machine, the data directory and the database.")
public final class DoctorCommand implements Callable<Integer> {
  private final PrintStream console;
  @Mixin private final SettingOptions options = new SettingOptions();

  public DoctorCommand(PrintStream console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    ServerConfig config = ServerConfig.from(Settings.gather(options.given(), System.getenv()));
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new MachineExamination(config).run());
    findings.addAll(new DatabaseExamination(config).run());
    findings.forEach(console::println);
    return findings.stream().anyMatch(Finding::isBad) ? 1 : 0;
  }
}
