// SPDX-License-Identifier: Apache-2.0
// The process seam: everything that starts a program goes through here.
// Boost.Process spawns; a pidfd, poll and wait4 watch (docs/decisions.md says
// why not Boost's own wait functions).

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace ppp {

/// What to start. Paths of the streams: empty means /dev/null for stdin and
/// "inherit" for the outputs.
struct Command {
  /// argv[0] without a slash is looked up on the child's PATH; a relative one
  /// is taken from our directory, not from `directory`.
  std::vector<std::string> argv;
  std::string directory;  ///< empty: ours
  /// Variables set on top of ours; a nullopt value unsets the variable.
  std::vector<std::pair<std::string, std::optional<std::string>>> environment;
  std::string stdin_path;
  std::string stdout_path;
  std::string stderr_path;
  /// Open descriptors of ours that the program keeps, under the same numbers.
  /// All others are closed to it.
  std::vector<int> inherited = {};
  /// Runs in the child between fork and exec (namespaces, limits). Must be
  /// async-signal-safe in spirit: no locks of ours, no threads. A false return
  /// makes the start fail.
  std::function<bool()> in_child;
};

/// How a child ended and what it used.
struct ExitStatus {
  int code = 0;            ///< exit status; 0 when ended by a signal
  int signal = 0;          ///< the signal that ended it, else 0
  bool timed_out = false;  ///< we killed it
  double wall_s = 0;       ///< from start to end
  double cpu_s = 0;        ///< user + system, the child and its reaped children
  long max_rss_kb = 0;  ///< largest of the child, its reaped children, and of
                        ///< us when we forked it

  bool operator==(const ExitStatus&) const = default;
};

/// A started child, the leader of its own session and process group.
/// Destruction kills the whole group and every descendant and reaps them: no
/// stray process outlives this object.
class Child {
 public:
  virtual ~Child() = default;
  virtual int pid() const = 0;
  /// Readable when the child has ended (for poll).
  virtual int pidfd() const = 0;
  /// Waits at most `seconds` (negative: for ever). nullopt: still running.
  /// Returns an Error of kind kInterrupted when interrupt_requested().
  virtual Result<std::optional<ExitStatus>> wait(double seconds) = 0;
  /// SIGKILL to the group and to every descendant, then reaps.
  virtual void kill() = 0;
};

/// Starts programs. Tests use fakes. A child dies with the thread that started
/// it, so start from one that lives as long as the child.
class ProcessRunner {
 public:
  virtual ~ProcessRunner() = default;
  virtual Result<std::unique_ptr<Child>> start(const Command& command) = 0;
};

/// The real one. Makes us a child subreaper so that grandchildren are reaped.
ProcessRunner& system_processes();

/// Starts `command`, waits at most `timeout_s` (0: no limit), kills what is
/// left. The status has `timed_out` set when the limit was hit.
Result<ExitStatus> run_to_end(ProcessRunner& runner, const Command& command,
                              double timeout_s);

/// Output of a short helper command (an interpreter's answer about itself).
struct Captured {
  ExitStatus status;
  std::string out;
  std::string err;
};
Result<Captured> capture(ProcessRunner& runner, Command command,
                         double timeout_s);

/// Ctrl-C: handlers for SIGINT and SIGTERM are installed once by the cli; every
/// wait of ours returns early when one came.
void install_interrupt_handlers();
bool interrupt_requested();
/// The number of the signal of one that came, for a caller that deals with it:
/// it counts no more.
std::optional<int> take_interrupt();
/// What anything that gave up because of one returns.
Error interrupt_error();
/// A descriptor that becomes readable on interrupt (for poll), or -1.
int interrupt_fd();

}  // namespace ppp
