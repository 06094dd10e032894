// SPDX-License-Identifier: Apache-2.0
#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <boost/process/args.hpp>
#include <boost/process/child.hpp>
#include <boost/process/env.hpp>
#include <boost/process/environment.hpp>
#include <boost/process/exe.hpp>
#include <boost/process/extend.hpp>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <new>

#include "base/descriptor.h"
#include "base/files.h"
#include "base/process_tree.h"

namespace ppp {
namespace bp = boost::process;
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double seconds(const timeval& t) {
  return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
}

Error start_error(const std::string& program, std::string why,
                  std::string hint) {
  return Error{Error::Kind::kEnvironment,
               "cannot start " + program + ": " + std::move(why),
               std::move(hint)};
}

Result<Descriptor> open_stream(const std::string& path, int flags) {
  int fd = ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, 0666);
  if (fd < 0) {
    return Error{Error::Kind::kUsage,
                 "cannot open " + path + ": " + std::strerror(errno),
                 "check the path and its permissions"};
  }
  if (fd > 2) return Descriptor(fd);
  int high = ::fcntl(fd, F_DUPFD_CLOEXEC, 3);
  ::close(fd);
  return Descriptor(high);
}

// Keeps 0 to 2 taken, so that no descriptor of ours lands there.
void fill_standard_descriptors() {
  for (int fd = 0; fd <= 2; ++fd) {
    if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
      int opened = ::open("/dev/null", O_RDWR);
      if (opened >= 0 && opened != fd) ::dup2(opened, fd);
    }
  }
}

// Written by the child before exec, read by us: which step failed.
struct ChildReport {
  enum Step { kNone, kInChild, kDirectory, kStream };
  std::atomic<int> step = kNone;
  std::atomic<int> code = 0;
};

class SharedReport {
 public:
  SharedReport() {
    void* page = ::mmap(nullptr, sizeof(ChildReport), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    PPP_CHECK(page != MAP_FAILED);
    report_ = ::new (page) ChildReport;
  }
  SharedReport(const SharedReport&) = delete;
  SharedReport& operator=(const SharedReport&) = delete;
  ~SharedReport() { ::munmap(report_, sizeof(ChildReport)); }
  ChildReport& get() { return *report_; }

 private:
  ChildReport* report_;
};

[[noreturn]] void fail_in_child(ChildReport& report, ChildReport::Step step,
                                int code) {
  report.code = code;
  report.step = step;
  ::_exit(127);
}

// Boost leaks what it and others opened without O_CLOEXEC.
void close_leaked_descriptors() {
  constexpr unsigned kCloseOnExec = 1U << 2;  // CLOSE_RANGE_CLOEXEC
  if (::syscall(SYS_close_range, 3U, ~0U, kCloseOnExec) == 0) return;
  rlimit limit = {};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  int end = limit.rlim_cur > 65536 ? 65536 : static_cast<int>(limit.rlim_cur);
  for (int fd = 3; fd < end; ++fd) ::fcntl(fd, F_SETFD, FD_CLOEXEC);
}

struct Streams {
  Descriptor in;
  Descriptor out;
  Descriptor err;
};

Result<Streams> open_streams(const Command& command) {
  Streams streams;
  auto in = open_stream(
      command.stdin_path.empty() ? "/dev/null" : command.stdin_path, O_RDONLY);
  if (!in) return in.error();
  streams.in = std::move(*in);
  constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC;
  if (!command.stdout_path.empty()) {
    auto out = open_stream(command.stdout_path, kWrite);
    if (!out) return out.error();
    streams.out = std::move(*out);
  }
  if (command.stderr_path.empty()) return streams;
  // One file for both is one open file, or they would overwrite each other.
  if (command.stderr_path == command.stdout_path) {
    streams.err = Descriptor(::fcntl(streams.out.get(), F_DUPFD_CLOEXEC, 3));
    return streams;
  }
  auto err = open_stream(command.stderr_path, kWrite);
  if (!err) return err.error();
  streams.err = std::move(*err);
  return streams;
}

// Runs between fork and exec.
void prepare_child(const Command& command, const Streams& streams, pid_t parent,
                   ChildReport& report) {
  // Its own session: own group, and no terminal that could stop it.
  ::setsid();
  const std::pair<int, int> wiring[] = {
      {streams.in.get(), 0}, {streams.out.get(), 1}, {streams.err.get(), 2}};
  for (auto [from, to] : wiring) {
    if (from >= 0 && ::dup2(from, to) < 0) {
      fail_in_child(report, ChildReport::kStream, errno);
    }
  }
  errno = 0;
  if (command.in_child && !command.in_child()) {
    fail_in_child(report, ChildReport::kInChild, errno);
  }
  // After in_child, which may change the mounts.
  if (!command.directory.empty() && ::chdir(command.directory.c_str()) != 0) {
    fail_in_child(report, ChildReport::kDirectory, errno);
  }
  // After in_child too: a change of credentials clears it.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(127);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  close_leaked_descriptors();
  for (int fd : command.inherited) ::fcntl(fd, F_SETFD, 0);
}

bp::environment environment_of(const Command& command) {
  bp::environment environment = boost::this_process::environment();
  for (const auto& [name, value] : command.environment) {
    if (value) {
      environment[name] = *value;
    } else {
      environment.erase(name);
    }
  }
  return environment;
}

// The absolute path of a program, by the PATH that the child will have.
Result<std::string> find_program(const Command& command) {
  namespace fs = std::filesystem;
  if (command.argv.empty() || command.argv[0].empty()) {
    return Error{Error::Kind::kInternal, "no program to start", ""};
  }
  const std::string& name = command.argv[0];
  std::error_code ignored;
  if (name.find('/') != std::string::npos) {
    return fs::absolute(name, ignored).string();
  }
  const char* ours = std::getenv("PATH");
  std::string path = ours ? ours : "/usr/local/bin:/usr/bin:/bin";
  for (const auto& [variable, value] : command.environment) {
    if (variable == "PATH") path = value.value_or("");
  }
  for (std::size_t begin = 0; begin <= path.size();) {
    std::size_t end = std::min(path.find(':', begin), path.size());
    std::string folder = path.substr(begin, end - begin);
    fs::path file = fs::absolute(folder.empty() ? "." : folder, ignored) / name;
    if (::access(file.c_str(), X_OK) == 0 && fs::is_regular_file(file, ignored))
      return file.string();
    begin = end + 1;
  }
  return start_error(name, "not found on PATH",
                     "install it or give its full path");
}

Error report_error(const Command& command, const std::string& program,
                   const ChildReport& report) {
  std::string why = report.code != 0 ? std::strerror(report.code) : "refused";
  switch (report.step) {
    case ChildReport::kDirectory:
      return start_error(program,
                         "cannot enter " + command.directory + ": " + why,
                         "check that the directory exists");
    case ChildReport::kInChild:
      return start_error(program, "the preparation of the child failed: " + why,
                         "see `pyprof-parallel doctor`");
    default:
      return start_error(program, "cannot redirect its streams: " + why, "");
  }
}

class SystemChild final : public Child {
 public:
  SystemChild(int pid, int pidfd, Clock::time_point start)
      : pid_(pid), pidfd_(pidfd), start_(start) {
    if (auto info = process_info(pid)) start_ticks_ = info->start_ticks;
  }
  SystemChild(const SystemChild&) = delete;
  SystemChild& operator=(const SystemChild&) = delete;
  ~SystemChild() override {
    kill();
    unregister_child(pid_);
  }

  int pid() const override { return pid_; }
  int pidfd() const override { return pidfd_.get(); }

  Result<std::optional<ExitStatus>> wait(double limit) override {
    const Clock::time_point start = Clock::now();
    while (!status_) {
      if (interrupt_requested()) {
        return interrupt_error();
      }
      double left = limit < 0 ? 1.0 : limit - seconds_since(start);
      bool last = limit >= 0 && left <= 0;
      poll_end(last ? 0 : std::min(left, 1.0));
      if (last && !status_) return std::optional<ExitStatus>();
    }
    return status_;
  }

  void kill() override {
    if (killed_) return;
    const bool running = !status_;
    kill_tree(pid_, start_ticks_);
    // SIGKILL cannot be refused, but a process in an uninterruptible call goes
    // late; do not hang with it.
    for (int i = 0; i < 100 && !status_; ++i) poll_end(0.1);
    if (!status_) status_ = ExitStatus{.signal = SIGKILL};
    if (running && status_->signal == SIGKILL) status_->timed_out = true;
    kill_tree(pid_, start_ticks_);
    killed_ = true;
  }

 private:
  void poll_end(double limit) {
    pollfd fds[] = {{pidfd_.get(), POLLIN, 0}, {interrupt_fd(), POLLIN, 0}};
    // An interrupt that has been seen would make every poll return at once.
    nfds_t count = interrupt_requested() ? 1 : 2;
    ::poll(fds, count, static_cast<int>(std::ceil(limit * 1000)));
    if (fds[0].revents) {
      reap();
    } else if (seconds_since(last_reap_) > 1.0) {
      last_reap_ = Clock::now();
      reap_orphans();
    }
  }

  void reap() {
    int raw = 0;
    rusage usage = {};
    pid_t got = ::wait4(pid_, &raw, WNOHANG, &usage);
    if (got == 0 || (got < 0 && errno == EINTR)) return;
    ExitStatus status;
    status.wall_s = seconds_since(start_);
    if (got == pid_) {
      if (WIFEXITED(raw)) status.code = WEXITSTATUS(raw);
      if (WIFSIGNALED(raw)) status.signal = WTERMSIG(raw);
      status.cpu_s = seconds(usage.ru_utime) + seconds(usage.ru_stime);
      status.max_rss_kb = usage.ru_maxrss;
    }
    status_ = status;
  }

  int pid_;
  Descriptor pidfd_;
  Clock::time_point start_;
  Clock::time_point last_reap_ = Clock::now();
  std::uint64_t start_ticks_ = 0;
  std::optional<ExitStatus> status_;
  bool killed_ = false;
};

class SystemProcesses final : public ProcessRunner {
 public:
  SystemProcesses() {
    fill_standard_descriptors();
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  }

  Result<std::unique_ptr<Child>> start(const Command& command) override {
    auto program = find_program(command);
    if (!program) return program.error();
    auto streams = open_streams(command);
    if (!streams) return streams.error();
    SharedReport shared;
    auto pid = spawn(command, *program, *streams, shared.get());
    if (!pid) return pid.error();
    Clock::time_point start = Clock::now();
    register_child(*pid);
    int pidfd = static_cast<int>(::syscall(SYS_pidfd_open, *pid, 0));
    const int code = errno;
    if (pidfd >= 0) ::fcntl(pidfd, F_SETFD, FD_CLOEXEC);
    if (pidfd >= 0 && shared.get().step == ChildReport::kNone) {
      return std::unique_ptr<Child>(new SystemChild(*pid, pidfd, start));
    }
    if (pidfd >= 0) ::close(pidfd);
    ::kill(*pid, SIGKILL);
    ::waitpid(*pid, nullptr, 0);
    unregister_child(*pid);
    if (shared.get().step != ChildReport::kNone) {
      return report_error(command, *program, shared.get());
    }
    return start_error(*program,
                       std::string("pidfd_open: ") + std::strerror(code),
                       "Linux 5.3 or newer is needed");
  }

 private:
  static Result<int> spawn(const Command& command, const std::string& program,
                           const Streams& streams, ChildReport& report) {
    const pid_t parent = ::getpid();
    std::vector<std::string> args(command.argv.begin() + 1, command.argv.end());
    std::error_code code;
    try {
      bp::child child(
          bp::exe = program, bp::args = args, environment_of(command), code,
          bp::extend::on_exec_setup =
              [&](auto&) { prepare_child(command, streams, parent, report); },
          bp::extend::on_error =
              [](auto& executor, const std::error_code&) {
                // Boost does not wait for the child whose exec failed.
                if (executor.pid > 0) ::waitpid(executor.pid, nullptr, 0);
              });
      if (!code) {
        int pid = child.id();
        child.detach();
        return pid;
      }
    } catch (const std::exception& error) {
      return start_error(program, error.what(), "");
    }
    return start_error(program, code.message(),
                       "check that it exists and is executable");
  }
};

std::atomic<int> interrupts = 0;  // at most as many as the pipe has bytes
int interrupt_pipe[2] = {-1, -1};

void on_interrupt(int number) {
  const int saved = errno;
  const char byte = static_cast<char>(number);
  if (::write(interrupt_pipe[1], &byte, 1) == 1) ++interrupts;
  errno = saved;
}

}  // namespace

ProcessRunner& system_processes() {
  static SystemProcesses runner;
  return runner;
}

Result<ExitStatus> run_to_end(ProcessRunner& runner, const Command& command,
                              double timeout_s) {
  auto child = runner.start(command);
  if (!child) return child.error();
  auto status = (*child)->wait(timeout_s > 0 ? timeout_s : -1);
  if (!status) return status.error();
  if (*status) return **status;
  (*child)->kill();
  status = (*child)->wait(0);
  if (!status) return status.error();
  ExitStatus killed = status->value_or(ExitStatus{.signal = SIGKILL});
  killed.timed_out = true;
  return killed;
}

Result<Captured> capture(ProcessRunner& runner, Command command,
                         double timeout_s) {
  auto dir = TempDir::create("pyprof-parallel-");
  if (!dir) return dir.error();
  command.stdout_path = dir->path() + "/out";
  command.stderr_path = dir->path() + "/err";
  auto status = run_to_end(runner, command, timeout_s);
  if (!status) return status.error();
  auto out = read_file(command.stdout_path);
  if (!out) return out.error();
  auto err = read_file(command.stderr_path);
  if (!err) return err.error();
  return Captured{*status, std::move(*out), std::move(*err)};
}

void install_interrupt_handlers() {
  static std::once_flag once;
  std::call_once(once, [] {
    PPP_CHECK(::pipe2(interrupt_pipe, O_CLOEXEC | O_NONBLOCK) == 0);
    struct sigaction action = {};
    action.sa_handler = on_interrupt;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    struct sigaction hangup = {};
    ::sigaction(SIGHUP, nullptr, &hangup);
    if (hangup.sa_handler != SIG_IGN) ::sigaction(SIGHUP, &action, nullptr);
  });
}

bool interrupt_requested() { return interrupts > 0; }

std::optional<int> take_interrupt() {
  char byte = 0;
  if (interrupts == 0 || ::read(interrupt_pipe[0], &byte, 1) != 1) {
    return std::nullopt;
  }
  --interrupts;
  return byte;
}

Error interrupt_error() {
  return {Error::Kind::kInterrupted, "interrupted", ""};
}

int interrupt_fd() { return interrupt_pipe[0]; }

}  // namespace ppp
