// SPDX-License-Identifier: Apache-2.0
// Runs a program so that nothing that it writes reaches the user's files, and
// keeps what it printed and changed.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/files.h"
#include "base/process.h"
#include "harness/background.h"
#include "harness/changes.h"
#include "harness/mount_handle.h"
#include "harness/mount_plan.h"
#include "harness/verify.h"
#include "harness/watch.h"

namespace ppp::harness {

/// One run and everything that may be compared about it.
struct ProgramRun {
  ExitStatus status;
  std::string out;
  std::string err;
  Changes changes;
  std::uint64_t peak_memory = 0;  ///< bytes of all its processes; 0: not seen
  std::string excess;  ///< "prints more than 256 MiB to stdout": was ended
};

/// Starts and waits: the plain runner, or the profiler.
using Starter = std::function<Result<ExitStatus>(const Command&)>;

/// One place for runs, used for one run after the other. Owns its scratch
/// directory.
class Sandbox {
 public:
  /// Tries out, in the order of Isolation, what this machine allows to the
  /// child of `runner`. `forced` skips the trial.
  static Result<std::unique_ptr<Sandbox>> create(
      ProcessRunner& runner, const Program& program,
      std::optional<Isolation> forced = std::nullopt);

  /// Runs `program` with `changed` sources under the given PYTHONHASHSEED
  /// (empty: as in our environment). Every run sees the same paths.
  Result<ProgramRun> run(const Program& program, const Overrides& changed,
                         const std::string& hash_seed, const Starter& start);

  Isolation isolation() const { return isolation_; }
  /// "overlay", or "copy: …" with what is not kept apart.
  std::string description() const;

  Limits limits;

 private:
  Sandbox(TempDir scratch, Isolation isolation, std::string refusal)
      : scratch_(std::move(scratch)),
        isolation_(isolation),
        refusal_(std::move(refusal)) {}

  Result<ProgramRun> run_mounted(const Program& program,
                                 const Overrides& changed, Command command,
                                 const Starter& start);
  Result<ProgramRun> run_copied(const Program& program,
                                const Overrides& changed, Command command,
                                const Starter& start);
  Result<ProgramRun> watched(Command command, const MountPlan* plan,
                             const Starter& start);
  Status try_out(ProcessRunner& runner, const Program& program);

  void clear_place();
  std::string place() const { return scratch_.path() + "/run"; }

  TempDir scratch_;
  Isolation isolation_;
  std::string refusal_;                  ///< why there is no overlay
  std::unique_ptr<MountHandle> mounts_;  ///< of the last run
  int cleared_ = 0;
  Background background_;  ///< removes what runs have left
};

}  // namespace ppp::harness
