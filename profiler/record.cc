// SPDX-License-Identifier: Apache-2.0
#include "profiler/record.h"

#include <poll.h>
#include <sys/prctl.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/files.h"
#include "profiler/aggregate.h"
#include "profiler/attach.h"
#include "profiler/sampler.h"
#include "profiler/schedule.h"
#include "profiler/threads.h"

namespace ppp::profiler {
namespace {

// A shim that has not become Python by then never will.
constexpr double kAttachSeconds = 30;
// Looks above this cost may take at most that share of a CPU.
constexpr double kDearLook = 100e-6;
constexpr double kMostLoad = 0.1;
constexpr double kCountSeconds = 0.004;
constexpr int kUnreadableLooks = 10;
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

// Sleeps of this thread end within microseconds of their time.
class PreciseTimer {
 public:
  PreciseTimer() : before_(::prctl(PR_GET_TIMERSLACK)) {
    ::prctl(PR_SET_TIMERSLACK, 1000);
  }
  PreciseTimer(const PreciseTimer&) = delete;
  PreciseTimer& operator=(const PreciseTimer&) = delete;
  ~PreciseTimer() {
    if (before_ > 0) ::prctl(PR_SET_TIMERSLACK, before_);
  }

 private:
  int before_;
};

/// One run of a program, from its start to its end.
class Session {
 public:
  Session(const Command& command, const RecordOptions& options)
      : command_(command), options_(options), directory_(command.directory) {
    std::error_code ignored;
    if (directory_.empty()) {
      directory_ = std::filesystem::current_path(ignored).string();
    } else {
      directory_ = std::filesystem::absolute(directory_, ignored).string();
    }
    resolved_ = std::filesystem::weakly_canonical(directory_, ignored).string();
  }

  Result<Recording> run() {
    auto child = system_processes().start(command_);
    if (!child) return child.error();
    child_ = std::move(*child);
    started_s_ = now_s();
    task_folder_ = ProcFile("/proc/" + std::to_string(child_->pid()) + "/task");
    auto memory = open_remote_memory(child_->pid());
    if (!memory) {
      // It may have ended already; then there is nothing to refuse.
      auto ended = poll_end(0);
      if (!ended) return ended.error();
      if (!*ended) return memory.error();
      if (was_no_python()) return not_python();
      return finish();
    }
    memory_ = std::move(*memory);
    Status status = watch();
    if (!status) return status.error();
    return finish();
  }

 private:
  // Attaches and samples until the program ends or runs out of time.
  Status watch() {
    Attacher attacher(child_->pid(), *memory_, command_.argv[0]);
    while (true) {
      auto attached = attach(attacher);
      if (!attached) return attached.error();
      if (!*attached) return Done{};
      profile_.executable = (*attached)->executable;
      profile_.python = (*attached)->interpreter.version;
      Status sampled = sample(attacher, (*attached)->interpreter);
      if (!sampled) return sampled.error();
      if (status_) return Done{};
    }
  }

  // nullopt: the program ended, or is not going to be Python again.
  Result<std::optional<Attached>> attach(Attacher& attacher) {
    const bool again = attacher.seen_python();
    const double start_s = now_s();
    double pause_s = 0.0005;
    while (true) {
      auto attached = attacher.try_attach();
      // After a good start another program may follow: that is no failure.
      if (!attached && again) return wait_for_end();
      if (!attached || *attached) return attached;
      if (!attacher.seen_python() && now_s() - start_s > kAttachSeconds) {
        return not_python();
      }
      if (again && now_s() - start_s > 1) pause_s = 0.1;
      auto ended = poll_end(pause_s);
      if (!ended) return ended.error();
      if (*ended) {
        if (!attacher.seen_python() && was_no_python()) return not_python();
        return std::optional<Attached>();
      }
      pause_s = std::min(pause_s * 1.2, 0.005);
    }
  }

  // Of a program that ended before the first look at it: a supported
  // interpreter may do so; a script that never became one was no shim.
  bool was_no_python() const {
    return status_->signal == 0 &&
           cpython::identify_program(find_program(command_)).kind !=
               cpython::Identity::Kind::kCPython;
  }

  Error not_python() const {
    return Error{Error::Kind::kEnvironment,
                 command_.argv[0] + " did not start a Python interpreter",
                 "give CPython 3.8 to 3.14 with --python"};
  }

  Result<std::optional<Attached>> wait_for_end() {
    while (true) {
      auto ended = poll_end(1);
      if (!ended) return ended.error();
      if (*ended) return std::optional<Attached>();
    }
  }

  Status sample(Attacher& attacher, const cpython::Interpreter& interpreter) {
    Sampler sampler(child_->pid(), *memory_, interpreter, aggregator_, loops_,
                    [this](const std::string& file) { return name(file); });
    PreciseTimer precise;
    const double start_s = now_s();
    Schedule schedule(options_.rate_hz, start_s, kSeed);
    double last_s = start_s;
    double rest_until_s = 0;
    double counted_s = 0;
    bool dear = true;  // the look before took long: mind its cost
    int unreadable = 0;
    std::int64_t unsure = 0;  // failures that may only mean that it has ended
    while (true) {
      const double due_s = std::max(schedule.due_s(), rest_until_s);
      auto ended = poll_end(due_s - now_s());
      if (!ended) return ended.error();
      if (*ended) break;
      const double at_s = now_s();
      if (at_s < due_s) continue;
      const double used_s = dear ? thread_cpu_s() : 0;
      // A late sample stands for the missed ones too: the machine is busiest
      // when the program is.
      const std::int64_t missed = schedule.advance(at_s);
      const int failed = sampler.sample(at_s, 1 + missed);
      // With hundreds of threads a look is dear: then look less often.
      const double cost_s = dear ? thread_cpu_s() - used_s : 0;
      rest_until_s = cost_s > kDearLook ? at_s + cost_s / kMostLoad : 0;
      dear = now_s() - at_s > kDearLook;
      if (at_s - counted_s >= kCountSeconds) {
        profile_.max_threads =
            std::max(profile_.max_threads, thread_count(task_folder_));
        counted_s = at_s;
      }
      if (failed == 0) {
        profile_.errors += unsure;
        unsure = 0;
      } else {
        unsure += std::max(failed, 1);
      }
      // Another program, or the same one again at other addresses.
      unreadable = failed < 0 ? unreadable + 1 : 0;
      if (unreadable > kUnreadableLooks) {
        attacher.forget();
        break;
      }
      intervals_ += 1 + missed;
      profile_.missed += missed;
      last_s = at_s;
    }
    sampler.finish();
    sampled_s_ += last_s - start_s;
    return Done{};
  }

  // Waits at most `seconds`. True: the program has ended.
  Result<bool> poll_end(double seconds) {
    if (options_.timeout_s > 0) {
      const double left = started_s_ + options_.timeout_s - now_s();
      if (left <= 0) child_->kill();
      seconds = std::min(seconds, std::max(left, 0.0));
    }
    pollfd fds[] = {{child_->pidfd(), POLLIN, 0}, {interrupt_fd(), POLLIN, 0}};
    const double whole = std::floor(std::max(seconds, 0.0));
    const timespec time = {
        static_cast<time_t>(whole),
        static_cast<long>((std::max(seconds, 0.0) - whole) * 1e9)};
    const int ready = ::ppoll(fds, 2, &time, nullptr);
    if (ready <= 0 && ++quiet_polls_ % 1024 != 0 && !interrupt_requested()) {
      return false;
    }
    auto status = child_->wait(0);
    if (!status) return status.error();
    if (*status) status_ = **status;
    return status_.has_value();
  }

  std::string name(const std::string& file) const {
    if (file.empty() || file.front() == '<') return file;
    std::string shown = display_path(file, directory_);
    // Python resolves links in sys.path, the user's directory may hold some.
    return shown.starts_with('/') ? display_path(shown, resolved_) : shown;
  }

  Result<Recording> finish() {
    Recording recording;
    recording.profile = std::move(profile_);
    Profile& profile = recording.profile;
    recording.status = *status_;
    profile.command.assign(command_.argv.begin() + 1, command_.argv.end());
    if (profile.executable.empty()) profile.executable = command_.argv[0];
    profile.wall_s = status_->wall_s;
    profile.cpu_s = status_->cpu_s;
    profile.rate_hz = options_.rate_hz;
    if (intervals_ > 0) {
      const double interval_s = sampled_s_ / static_cast<double>(intervals_);
      aggregator_.fill(profile, interval_s);
      loops_.fill(profile, interval_s);
    }
    return recording;
  }

  const Command& command_;
  const RecordOptions& options_;
  std::string directory_;
  std::string resolved_;  // the same without links
  std::unique_ptr<Child> child_;
  std::unique_ptr<RemoteMemory> memory_;
  ProcFile task_folder_;
  std::optional<ExitStatus> status_;
  double started_s_ = 0;
  double sampled_s_ = 0;
  std::int64_t intervals_ = 0;
  std::uint64_t quiet_polls_ = 0;
  Aggregator aggregator_;
  LoopBook loops_;
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
  return Session(command, options).run();
}

}  // namespace ppp::profiler
