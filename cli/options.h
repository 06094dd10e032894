// SPDX-License-Identifier: Apache-2.0
// Options that several commands have, and writing what they ask for.

#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "harness/report/report.h"

namespace ppp::cli {

/// Options about running the user's program.
struct TargetOptions {
  std::string python;
  double rate_hz = 1000;
  double timeout_s = 0;

  void declare(CLI::App& app);
};

/// Where results go. An empty path means: nowhere; "-": stdout.
struct OutputOptions {
  std::string json;
  std::string markdown;
  std::string html;

  void declare(CLI::App& app);
  void declare_json(CLI::App& app);
  void declare_documents(CLI::App& app);  ///< the others
  /// Data was asked for on stdout: nothing else may be written there.
  bool data_on_stdout() const;
  /// Fails before the work starts when a file cannot be written after it.
  Status check() const;
};

/// `--tolerance`: by how much numbers in the output may differ, relatively.
void declare_tolerance(CLI::App& app, double& tolerance);

/// A version for people, from the build.
const char* version();

/// Fails when `path` cannot be created or replaced. Changes nothing.
Status check_writable(const std::string& path);
/// Writes to `path`, or to stdout for "-".
Status write_output(const std::string& path, std::string_view text);
/// The report in a file that `run --json` wrote.
Result<harness::Report> read_report(const std::string& path);
/// The profile, and its machine, in a file that `profile --json` wrote.
Result<harness::Report> read_profile_report(const std::string& path);
/// Prints for people: on stdout, or on stderr when stdout carries data.
void print_for_people(std::string_view text, bool stdout_taken);
/// How to print there.
harness::TerminalStyle terminal_style(bool stdout_taken, bool explain);

/// "pyprof-parallel: what" and "hint: …" on stderr.
void print_error(const Error& error);

}  // namespace ppp::cli
