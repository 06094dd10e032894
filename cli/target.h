// SPDX-License-Identifier: Apache-2.0
// The user's program: which file, which Python, what it reads from stdin.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "cli/interpreter.h"
#include "harness/verify.h"

namespace ppp::cli {

/// The bytes of our stdin, kept so that every run reads the same.
class SavedStdin {
 public:
  /// A terminal, a closed descriptor and /dev/null give no bytes; anything else
  /// is read to its end. Fails on interrupt.
  static Result<SavedStdin> take();
  /// For Program::stdin_path; empty when there are no bytes.
  const std::string& path() const { return path_; }
  bool was_terminal() const { return was_terminal_; }

 private:
  std::optional<TempDir> dir_;
  std::string path_;
  bool was_terminal_ = false;
};

/// A program that can be run, with all that its runs need.
struct Target {
  harness::Program program;
  Interpreter python;
  SavedStdin input;
  advisor::Project project;
};

/// From the words of the command line (`script.py [args…]` or `-m module
/// [args…]`) and `--python`. Everything that can be known to be wrong without
/// running the program fails here.
Result<Target> find_target(ProcessRunner& runner,
                           const std::vector<std::string>& words,
                           const std::string& python);

/// Fails when `script` is missing, a directory or unreadable.
Status check_script(const std::string& script);

/// The sources of the program that such words name, in our working directory.
Result<advisor::Project> project_of(const std::vector<std::string>& words);

/// Our working directory.
Result<std::string> working_directory();

}  // namespace ppp::cli
