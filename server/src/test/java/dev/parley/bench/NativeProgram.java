package dev.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A C program of the benchmarks, running; speaks in lines.
public final class NativeProgram implements AutoCloseable {
  private static final Path SOURCES = Path.of("src", "bench", "c");

  private final Process process;
  private final BufferedReader lines;

  private NativeProgram(Process process) {
    this.process = process;
    this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /// Compiles a program; to be run in the server module's directory.
  public static Path compile(String name) throws IOException, InterruptedException {
    Path program = Files.createTempDirectory("parley-bench-").resolve(name);
    String source = SOURCES.resolve(name + ".c").toString();
    int result =
        new ProcessBuilder("gcc", "-O2", "-o", program.toString(), source)
            .inheritIO()
            .start()
            .waitFor();
    if (result != 0) {
      throw new IOException("gcc answered " + result);
    }
    return program;
  }

  public static NativeProgram start(Path program, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new NativeProgram(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  public long pid() {
    return process.pid();
  }

  public String read() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new EOFException("the program ended");
    }
    return line;
  }

  /// Reads a line that must be as expected.
  public void expect(String expected) throws IOException {
    String line = read();
    if (!line.equals(expected)) {
      throw new IOException("got \"" + line + "\", not \"" + expected + "\"");
    }
  }

  public void write(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    lines.close();
  }
}
