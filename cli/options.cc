// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/files.h"
#include "cli/progress.h"

namespace ppp::cli {
namespace {

namespace fs = std::filesystem;

Error cannot_write(const std::string& path, const std::string& why) {
  return Error{Error::Kind::kUsage, "cannot write " + path + ": " + why,
               "name a file in a directory that you may write to"};
}

Result<harness::Report> read_document(
    const std::string& path,
    Result<harness::Report> (*parse)(std::string_view text)) {
  auto text = read_file(path);
  if (!text.ok()) return text.error();
  auto report = parse(*text);
  if (report.ok()) return report;
  Error error = report.error();
  error.what = path + ": " + error.what;
  return error;
}

}  // namespace

void TargetOptions::declare(CLI::App& app) {
  app.add_option("--python", python,
                 "interpreter of the program (default: $VIRTUAL_ENV, then "
                 "python3 on PATH)")
      ->type_name("EXE");
  app.add_option("--rate", rate_hz, "samples per second")
      ->type_name("HZ")
      ->capture_default_str()
      ->check(CLI::Range(1.0, 200000.0));
  app.add_option("--timeout", timeout_s, "limit for each run (default: none)")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber);
}

void declare_tolerance(CLI::App& app, double& tolerance) {
  constexpr double kMost = 0.1;
  app.add_option("--tolerance", tolerance,
                 "numbers in the output that are written with a point or an "
                 "exponent may differ by this share of the larger one "
                 "(default: by nothing)")
      ->type_name("X")
      ->check(CLI::Range(0.0, kMost));
}

void OutputOptions::declare_json(CLI::App& app) {
  app.add_option("--json", json, "write the result as JSON (- for stdout)")
      ->type_name("FILE");
}

void OutputOptions::declare(CLI::App& app) {
  declare_json(app);
  declare_documents(app);
}

void OutputOptions::declare_documents(CLI::App& app) {
  app.add_option("--markdown", markdown, "write a report as Markdown")
      ->type_name("FILE");
  app.add_option("--html", html, "write a report as one HTML page")
      ->type_name("FILE");
}

bool OutputOptions::data_on_stdout() const {
  return json == "-" || markdown == "-" || html == "-";
}

Status OutputOptions::check() const {
  for (const std::string* path : {&json, &markdown, &html}) {
    Status good = check_writable(*path);
    if (!good.ok()) return good;
  }
  return Done{};
}

const char* version() { return PPP_VERSION; }

Status check_writable(const std::string& path) {
  if (path.empty() || path == "-") return Done{};
  std::error_code code;
  if (fs::is_directory(path, code)) {
    return cannot_write(path, "it is a directory");
  }
  fs::path folder = fs::path(path).parent_path();
  if (folder.empty()) folder = ".";
  if (::access(folder.c_str(), W_OK) != 0) {
    return cannot_write(path, std::strerror(errno));
  }
  return Done{};
}

Status write_output(const std::string& path, std::string_view text) {
  if (path.empty()) return Done{};
  std::error_code code;
  if (path != "-" && !fs::exists(path, code)) return write_file(path, text);
  if (path != "-" && fs::is_regular_file(path, code)) {
    return write_file(path, text);
  }
  // Stdout, a pipe, a device: nothing to replace.
  std::FILE* out = path == "-" ? stdout : std::fopen(path.c_str(), "we");
  if (!out) return cannot_write(path, std::strerror(errno));
  bool good = std::fwrite(text.data(), 1, text.size(), out) == text.size();
  good = std::fflush(out) == 0 && good;
  int why = errno;
  if (out != stdout) std::fclose(out);
  if (!good)
    return cannot_write(path == "-" ? "stdout" : path, std::strerror(why));
  return Done{};
}

Result<harness::Report> read_report(const std::string& path) {
  return read_document(path, harness::report_from_json);
}

Result<harness::Report> read_profile_report(const std::string& path) {
  return read_document(path, harness::profile_report_from_json);
}

void print_for_people(std::string_view text, bool stdout_taken) {
  std::FILE* out = stdout_taken ? stderr : stdout;
  std::fwrite(text.data(), 1, text.size(), out);
  std::fflush(out);
}

harness::TerminalStyle terminal_style(bool stdout_taken, bool explain) {
  harness::TerminalStyle style;
  style.colour = wants_colour(stdout_taken ? STDERR_FILENO : STDOUT_FILENO);
  style.explain = explain;
  style.version = version();
  return style;
}

void print_error(const Error& error) {
  std::fprintf(stderr, "pyprof-parallel: %s\n", error.what.c_str());
  if (!error.hint.empty()) {
    std::fprintf(stderr, "hint: %s\n", error.hint.c_str());
  }
}

}  // namespace ppp::cli
