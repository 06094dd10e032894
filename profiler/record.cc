// SPDX-License-Identifier: Apache-2.0
#include "profiler/record.h"

#include <poll.h>
#include <signal.h>
#include <time.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "base/files.h"
#include "base/machine.h"
#include "base/process_tree.h"
#include "profiler/attach.h"
#include "profiler/children.h"
#include "profiler/pause.h"
#include "profiler/running.h"
#include "profiler/schedule.h"
#include "profiler/threads.h"
#include "profiler/watched_process.h"

namespace ppp::profiler {
namespace {

// A shim that has not become Python by then never will.
constexpr double kAttachSeconds = 30;
// A Python that runs already has made its interpreter by then.
constexpr double kInitialiseSeconds = 5;
constexpr double kEndingSeconds = 0.2;
// A younger process may be a shell script that is about to start Python.
constexpr double kShimSeconds = 1;
constexpr const char* kRunningPythons =
    "give the pid of a program that runs on CPython 3.8 to 3.14";
// Looks above this cost may take at most that share of a CPU.
constexpr double kDearLook = 100e-6;
constexpr double kMostLoad = 0.1;
constexpr double kCountSeconds = 0.02;
constexpr double kForever = std::numeric_limits<double>::infinity();
constexpr double kSpectatorSeconds = 0.05;
// Whether all is over is asked now and then: a program that has ended shows in
// that it cannot be read.
constexpr double kPollSeconds = 0.02;
constexpr double kBriefSeconds = 0.005;
constexpr std::uint64_t kSeed = 0x70726f66;

double now_s() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

double thread_cpu_s() {
  timespec time = {};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) +
         1e-9 * static_cast<double>(time.tv_nsec);
}

/// One watching of a program: from its start, or from now on.
class Session {
 public:
  explicit Session(const RecordOptions& options) : options_(options) {}

  Result<Recording> run(const Command& command) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    name_ = command.argv[0];
    program_ = find_program(command);
    words_.assign(command.argv.begin() + 1, command.argv.end());
    const std::string& directory = command.directory;
    names_from(directory.empty() ? fs::current_path(ignored).string()
                                 : fs::absolute(directory, ignored).string());
    auto child = system_processes().start(command);
    if (!child) return child.error();
    child_ = std::move(*child);
    begin(child_->pid(), child_->pidfd());
    auto memory = open_remote_memory(pid_);
    if (!memory) {
      // It may have ended already; then there is nothing to refuse. One that
      // is about to has no memory before its end is told.
      auto over = poll_end(has_program() ? 0 : kEndingSeconds);
      if (!over) return over.error();
      if (!*over) return memory.error();
      if (was_no_python()) return not_python();
      return finish();
    }
    return watch(std::move(*memory));
  }

  Result<Recording> join(const RunningProcess& process) {
    name_ = "pid " + std::to_string(process.pid);
    words_ = process.command;
    names_from(process.directory);
    begin(process.pid, process.pidfd.get());
    if (auto cpu_s = process_cpu_s(pid_)) cpu_before_s_ = cpu_s_ = *cpu_s;
    auto memory = open_remote_memory(pid_);
    if (!memory) {
      auto over = poll_end(has_program() ? 0 : kEndingSeconds);
      if (!over) return over.error();
      if (*over) return finish();
      if (!has_program()) return not_python();
      Error refused = memory.error();
      refused.hint = permission_hint(pid_);
      return refused;
    }
    return watch(std::move(*memory));
  }

 private:
  void names_from(const std::string& directory) {
    std::error_code ignored;
    directory_ = directory;
    resolved_ = std::filesystem::weakly_canonical(directory, ignored).string();
  }

  std::string proc_file(const char* name) const {
    return "/proc/" + std::to_string(pid_) + "/" + name;
  }

  void begin(int pid, int pidfd) {
    pid_ = pid;
    pidfd_ = pidfd;
    started_s_ = now_s();
    task_folder_ = ProcFile(proc_file("task"));
  }

  // Attaches and samples until there is nothing more to watch.
  Result<Recording> watch(std::unique_ptr<RemoteMemory> memory) {
    const WatchedProcess::NameFile namer = [this](const std::string& file) {
      return name(file);
    };
    process_ = std::make_unique<WatchedProcess>(pid_, std::move(memory), name_,
                                                namer, options_.native_hz);
    if (options_.children) {
      children_ = std::make_unique<Children>(
          pid_, child_ != nullptr, started_s_, namer, options_.native_hz);
    }
    while (over_ == Over::kNo) {
      auto attached = attach();
      if (!attached) return attached.error();
      if (!*attached) break;
      Status sampled = sample(kForever);
      if (!sampled) return sampled.error();
    }
    return finish();
  }

  // False: it is over, or is not going to be Python again.
  Result<bool> attach() {
    const bool again = process_->seen_python();
    const double start_s = now_s();
    double pause_s = 0.0005;
    while (true) {
      auto attached = process_->try_attach(now_s());
      // After a good start another program may follow: that is no failure.
      if (!attached && again) return never_again();
      if (!attached) return refused(attached.error());
      if (*attached) return true;
      auto over = again ? sample_children(pause_s) : poll_end(pause_s);
      if (!over) return over.error();
      if (*over) {
        if (!process_->seen_python() && was_no_python()) return not_python();
        return false;
      }
      if (!again && is_hopeless(now_s() - start_s)) {
        return process_->seen_python() ? not_found() : not_python();
      }
      pause_s = std::min(pause_s * 1.2, 0.005);
      if (again && now_s() - start_s > 1) pause_s = 0.1;
    }
  }

  Result<bool> never_again() {
    auto over = sample_children(kForever);
    if (!over) return over.error();
    return false;
  }

  // While the first process is no Python. True: it is over.
  Result<bool> sample_children(double seconds) {
    Status sampled = sample(seconds);
    if (!sampled) return sampled.error();
    return over_ != Over::kNo;
  }

  // A child of ours may become Python yet; what runs for a while is what it is.
  bool is_hopeless(double waited_s) const {
    if (child_) return !process_->seen_python() && waited_s > kAttachSeconds;
    if (process_->seen_python()) return waited_s > kInitialiseSeconds;
    if (!has_program()) return waited_s > kEndingSeconds;
    return process_age_s(pid_) > kShimSeconds || waited_s > kShimSeconds;
  }

  // The kernel's own threads have none, and what is about to end has none any
  // more.
  bool has_program() const {
    std::error_code code;
    const auto program = std::filesystem::read_symlink(proc_file("exe"), code);
    return !program.empty() || code.value() != ENOENT;
  }

  Error refused(Error error) const {
    if (!child_) error.hint = kRunningPythons;
    return error;
  }

  // Of a program that ended before the first look at it: a supported
  // interpreter may do so; a script that never became one was no shim.
  bool was_no_python() const {
    return status_ && status_->signal == 0 &&
           cpython::identify_program(program_).kind !=
               cpython::Identity::Kind::kCPython;
  }

  Error not_python() const {
    if (!child_) {
      std::error_code ignored;
      const std::string runs =
          std::filesystem::read_symlink(proc_file("exe"), ignored).string();
      return Error{Error::Kind::kEnvironment,
                   name_ + (runs.empty() ? "" : " (" + runs + ")") +
                       " is not a Python interpreter",
                   kRunningPythons};
    }
    return Error{Error::Kind::kEnvironment,
                 name_ + " did not start a Python interpreter",
                 "give CPython 3.8 to 3.14 with --python"};
  }

  Error not_found() const {
    return Error{Error::Kind::kEnvironment,
                 "the interpreter of " + name_ + " was not found in its memory",
                 kRunningPythons};
  }

  Status wait_for_end() {
    while (true) {
      auto over = poll_end(1);
      if (!over) return over.error();
      if (*over) return Done{};
    }
  }

  // Until it is over, or a process that was sampled has become another program.
  Status sample(double seconds) {
    const bool sampling = process_->sampling();
    Pause pause(options_.rate_hz, usable_cpus(affinity_cpus(), quota_cpus()));
    const double end_s = now_s() + seconds;
    Schedule schedule(options_.rate_hz, now_s(), kSeed);
    double rest_until_s = 0;
    double counted_s = 0;
    double last_cost_s = 0;
    bool dear = true;  // the look before took long: mind its cost
    while (process_->sampling() == sampling && now_s() < end_s) {
      double due_s = std::max(schedule.due_s(), rest_until_s);
      if (!sampling && !samples_children()) due_s = next_look_s();
      due_s = std::min(due_s, end_s);
      auto over = wait_for(due_s, schedule.next_s(), pause);
      if (!over) return over.error();
      if (*over) break;
      const double at_s = now_s();
      if (at_s < due_s || at_s >= end_s) continue;
      const double used_s = dear ? thread_cpu_s() : 0;
      // A late sample stands for the missed ones too: the machine is busiest
      // when the program is.
      const std::int64_t weight = 1 + schedule.advance(at_s);
      if (sampling) process_->sample(at_s, weight);
      if (children_) children_->sample(at_s, weight);
      // With hundreds of threads each look is dear: then look less often. A
      // single one may be so for what is read once (a large function).
      const double cost_s = dear ? thread_cpu_s() - used_s : 0;
      const double usual_s = std::min(cost_s, last_cost_s);
      rest_until_s = usual_s > kDearLook ? at_s + usual_s / kMostLoad : 0;
      last_cost_s = cost_s;
      dear = now_s() - at_s > kDearLook;
      if (at_s - counted_s >= kCountSeconds) {
        note_usage();
        counted_s = at_s;
      }
      if (children_ && at_s >= children_->due_s()) children_->look(at_s);
    }
    process_->end_sampling(over_ == Over::kWatching);
    return Done{};
  }

  // Until a look is due. True: there is nothing more to watch.
  Result<bool> wait_for(double due_s, double next_s, Pause& pause) {
    const double from_s = now_s();
    const bool brief = due_s - from_s < kBriefSeconds;
    const bool asked = from_s - polled_s_ < kPollSeconds &&
                       !process_->in_doubt() && !interrupt_requested();
    if (brief && asked) {
      pause.until(due_s, next_s);
      return false;
    }
    polled_s_ = from_s;
    if (!brief) return poll_end(due_s - from_s);
    auto over = poll_end(0);
    if (over && !*over) pause.until(due_s, next_s);
    return over;
  }

  bool samples_children() const { return children_ && children_->sampling(); }

  double next_look_s() const {
    return children_ ? children_->due_s() : now_s() + 1;
  }

  void note_usage() {
    profile_.max_threads =
        std::max(profile_.max_threads, thread_count(task_folder_));
    if (child_) return;  // its end tells
    if (auto cpu_s = process_cpu_s(pid_)) cpu_s_ = *cpu_s;
  }

  // The time until the spectator is to be asked again.
  double entertain() {
    const double at_s = now_s();
    if (at_s - entertained_s_ >= kSpectatorSeconds) {
      entertained_s_ = at_s;
      if (options_.spectator->wants_view(at_s)) {
        Profile so_far = profile_;
        fill(so_far);
        options_.spectator->show(so_far);
      }
    }
    return entertained_s_ + kSpectatorSeconds - at_s;
  }

  // Waits at most `seconds`. True: there is nothing more to watch.
  Result<bool> poll_end(double seconds) {
    const double passed_s = now_s() - started_s_;
    if (child_ && options_.timeout_s > 0) {
      if (passed_s >= options_.timeout_s) child_->kill();
      seconds = std::min(seconds, options_.timeout_s - passed_s);
    }
    if (bounded_) {
      if (passed_s >= options_.duration_s) over_ = Over::kWatching;
      seconds = std::min(seconds, options_.duration_s - passed_s);
    }
    if (options_.spectator && !watched_) {
      seconds = std::min(seconds, entertain());
    }
    pollfd fds[] = {{pidfd_, POLLIN, 0}, {interrupt_fd(), POLLIN, 0}};
    const double whole = std::floor(std::max(seconds, 0.0));
    const timespec time = {
        static_cast<time_t>(whole),
        static_cast<long>((std::max(seconds, 0.0) - whole) * 1e9)};
    const int ready = ::ppoll(fds, 2, &time, nullptr);
    if (ready > 0 || ++quiet_polls_ % 1024 == 0 || interrupt_requested()) {
      Status looked = look_for_end(fds[0].revents != 0);
      if (!looked) return looked.error();
    }
    return over_ != Over::kNo;
  }

  Status look_for_end(bool ended) {
    if (options_.keep_interrupted) {
      pass_interrupts();
    } else if (interrupt_requested()) {
      return interrupt_error();
    }
    if (child_) {
      auto status = child_->wait(0);
      // One that came this moment: it is passed on next time.
      const bool late = !status && options_.keep_interrupted &&
                        status.error().kind == Error::Kind::kInterrupted;
      if (late) return Done{};
      if (!status) return status.error();
      if (*status) status_ = **status;
      ended = status_.has_value();
    }
    if (ended) over_ = Over::kProgram;
    return Done{};
  }

  // An interrupt is the program's, and all its group's as from a terminal. It
  // ends the watching of a process that is not ours.
  void pass_interrupts() {
    while (auto number = take_interrupt()) {
      if (!child_) {
        over_ = Over::kWatching;
      } else if (interrupted_) {
        child_->kill();
      } else {
        ::kill(-pid_, *number);
      }
      interrupted_ = true;
    }
  }

  std::string name(const std::string& file) const {
    if (file.empty() || file.front() == '<') return file;
    std::string shown = display_path(file, directory_);
    // Python resolves links in sys.path, the user's directory may hold some.
    return shown.starts_with('/') ? display_path(shown, resolved_) : shown;
  }

  Result<Recording> finish() {
    fill(profile_);
    watched_ = true;
    if (child_ && over_ == Over::kWatching) {
      if (options_.when_watched) options_.when_watched(profile_);
      bounded_ = false;
      over_ = Over::kNo;
      Status ended = wait_for_end();
      if (!ended) return ended.error();
    }
    Recording recording;
    recording.status = status_.value_or(
        ExitStatus{.wall_s = profile_.wall_s, .cpu_s = profile_.cpu_s});
    recording.interrupted = interrupted_;
    recording.profile = std::move(profile_);
    return recording;
  }

  void fill(Profile& profile) const {
    profile.pid = pid_;
    profile.command = words_;
    if (process_) process_->fill(profile);
    if (profile.executable.empty()) profile.executable = name_;
    profile.whole = status_.has_value();
    if (status_) {
      profile.wall_s = status_->wall_s;
      profile.cpu_s = status_->cpu_s;
    } else {
      profile.wall_s = now_s() - started_s_;
      const bool ended = over_ == Over::kProgram;  // its pid may be another's
      const auto now = ended ? std::nullopt : process_cpu_s(pid_);
      profile.cpu_s = now.value_or(cpu_s_) - cpu_before_s_;
    }
    profile.rate_hz = options_.rate_hz;
    if (children_) children_->fill(profile, now_s());
  }

  enum class Over {
    kNo,
    kProgram,   // it has ended
    kWatching,  // it goes on
  };

  const RecordOptions& options_;
  std::string name_;                // of the interpreter, for messages
  std::string program_;             // its path, if we started it
  std::vector<std::string> words_;  // what it runs
  std::string directory_;
  std::string resolved_;  // the same without links
  int pid_ = 0;
  int pidfd_ = -1;
  std::unique_ptr<Child> child_;             // none: the process is not ours
  std::unique_ptr<WatchedProcess> process_;  // none: never to be read
  std::unique_ptr<Children> children_;
  ProcFile task_folder_;
  Over over_ = Over::kNo;
  bool watched_ = false;  // the profile is complete
  bool bounded_ = options_.duration_s > 0;
  bool interrupted_ = false;
  std::optional<ExitStatus> status_;
  double started_s_ = 0;
  double cpu_before_s_ = 0;
  double cpu_s_ = 0;  // the last that was seen
  double entertained_s_ = 0;
  double polled_s_ = 0;
  std::uint64_t quiet_polls_ = 0;
  Profile profile_;
};

}  // namespace

Result<Recording> record(const Command& command, const RecordOptions& options) {
  if (command.argv.empty() || !(options.rate_hz > 0)) {
    return Error{Error::Kind::kUsage, "nothing to profile",
                 "give a program and a rate above 0"};
  }
  Status known = check_program(command);
  if (!known) return known.error();
  return Session(options).run(command);
}

Result<Recording> record_running(int pid, const RecordOptions& options) {
  auto process = find_running(pid);
  if (!process) return process.error();
  return Session(options).join(*process);
}

}  // namespace ppp::profiler
