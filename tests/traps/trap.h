// SPDX-License-Identifier: Apache-2.0
// A trap: a program that a naive rewrite breaks, and how to run it. README.md
// says what stands in a folder.

#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "advisor/advise.h"
#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "rewrite/rewrite.h"

namespace ppp::traps {

using Words = std::vector<std::string>;

/// What a run left behind.
struct Seen {
  int code = 0;
  int signal = 0;
  bool timed_out = false;
  std::string out;
  std::string errors;  ///< the last line of stderr, or all
  std::map<std::string, std::string> files;

  bool operator==(const Seen&) const = default;
};

constexpr double kTimeout = 60;  ///< seconds

struct Trap {
  std::filesystem::path folder;
  std::vector<Words> inputs;  // the first one is what the tool sees
  std::string stdin_text;
  /// How it is judged: once with each.
  struct Judgement {
    rewrite::RewriteOptions options;
    bool declined = false;
    bool small_items = false;  ///< all loops taken to have many small items
    bool tiny_items = false;   ///< so small that they are given out in slices
    /// Those that are not proven count, too, and all are taken to wait.
    bool tested = false;
    bool waits = false;  ///< all loops are taken to wait: threads
  };
  std::vector<Judgement> judgements;
  bool outermost = false;   // leave alone what runs inside another loop
  bool together = false;    // only all loops at once
  bool sampled = false;     // of what that repeats only a sample
  bool tolerant = false;    // numbers may have other last digits
  bool all_errors = false;  // all of stderr counts, not its last line
  bool warnings = false;    // what stderr warns of and its last line count
  bool volatile_output = false;
  /// Of a loop that is not proven: part of what the probe says against it, or
  /// "passes"; empty: nothing is expected.
  std::string probe;
  double timeout = 60;       ///< seconds, of one run
  bool one_failure = false;  ///< the first one is enough
};

/// The value, or the end of the program: for what only a broken machine fails.
template <typename T>
T must(Result<T> result, const std::string& doing) {
  if (result.ok()) return std::move(result).value();
  fmt::print(stderr, "{}: {}\n", doing, result.error().what);
  std::exit(2);
}

/// `options`: JSON, added to each set of options that expect.json names; "":
/// nothing.
Trap read_trap(const std::filesystem::path& folder,
               const std::string& options = "");

/// Runs a trap's program in a place that is always called the same, since
/// programs show their paths. The trap must outlive it.
class Arena {
 public:
  explicit Arena(const Trap& trap);

  std::filesystem::path place() const;

  /// A fresh copy of the folder with `changed` files (absolute paths below
  /// place()) in it.
  void reset(const std::vector<rewrite::FilePatch>& changed);

  Seen run(const std::string& python, const Words& input,
           const std::vector<rewrite::FilePatch>& changed);

  /// How to run the program as it stands in place().
  Command command_for(const std::string& python, const Words& input) const;

 private:
  std::string stdin_path() const;
  std::map<std::string, std::string> files() const;

  const Trap& trap_;
  TempDir dir_;
};

/// One version of the program that the tool would offer.
struct Offer {
  std::string title;  ///< for people: "process-pool on before.py:12"
  rewrite::Patch patch;
  bool repeated = false;  ///< the last offer changes this loop so, too
};

/// Every loop taken as hot: every way to rewrite it alone, and one way to
/// rewrite all loops that are in no other. `outermost`: only the latter loops.
std::vector<Offer> offers(const advisor::Plan& plan,
                          const advisor::Project& project,
                          bool outermost = false,
                          const rewrite::RewriteOptions& options = {});

/// The same as one judgement of a trap has it.
std::vector<Offer> offers_for(const Trap::Judgement& judgement,
                              advisor::Plan plan,
                              const advisor::Project& project, bool outermost);

/// Runs every offer against the original on all inputs. False if a program
/// that must be declined has an offer, or one behaves differently; `log` says
/// what happened.
bool holds(const Trap& trap, const Words& pythons, std::string& log);

/// Writes the program of every offer for that Python, as `to`/1 and so on.
void write_offers(const Trap& trap, const std::string& python,
                  const std::filesystem::path& to, std::string& log);

}  // namespace ppp::traps
