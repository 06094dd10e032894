// SPDX-License-Identifier: Apache-2.0
#include "profiler/running.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/files.h"

namespace ppp::profiler {
namespace {

constexpr const char* kRunningHint =
    "`pgrep -a python` lists the running programs";

std::string proc_folder(int pid) { return "/proc/" + std::to_string(pid); }

Error no_process(std::string what) {
  return Error{Error::Kind::kUsage, std::move(what), kRunningHint};
}

/// A line of /proc/PID/status, without its name; 0: there is none.
int status_number(int pid, std::string_view name) {
  std::ifstream status(proc_folder(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::atoi(line.c_str() + name.size());
  }
  return 0;
}

bool is_over(int pidfd) {
  pollfd end = {pidfd, POLLIN, 0};
  return ::poll(&end, 1, 0) > 0;
}

// The number of Yama's setting; 0 where there is no Yama.
int yama_scope() {
  std::ifstream setting("/proc/sys/kernel/yama/ptrace_scope");
  int scope = 0;
  setting >> scope;
  return setting ? scope : 0;
}

}  // namespace

Result<RunningProcess> find_running(int pid) {
  const std::string name = "pid " + std::to_string(pid);
  RunningProcess found;
  found.pid = pid;
  found.pidfd = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (found.pidfd.get() < 0) {
    const int code = errno;
    const int process = status_number(pid, "Tgid:");
    if (process > 0 && process != pid) {
      return no_process(name + " is a thread of process " +
                        std::to_string(process));
    }
    if (code == ESRCH || code == EINVAL) {
      return no_process("there is no process with " + name);
    }
    return Error{Error::Kind::kEnvironment,
                 "cannot watch " + name + ": " + std::strerror(code),
                 "Linux 5.3 or newer is needed"};
  }
  ::fcntl(found.pidfd.get(), F_SETFD, FD_CLOEXEC);
  if (is_over(found.pidfd.get())) {
    return no_process(name +
                      " has ended already: its parent has not taken notice");
  }
  found.command = program_words(process_words(pid));
  std::error_code refused;
  found.directory =
      std::filesystem::read_symlink(proc_folder(pid) + "/cwd", refused)
          .string();
  return found;
}

std::vector<std::string> process_words(int pid) {
  std::vector<std::string> words;
  auto text = read_file(proc_folder(pid) + "/cmdline");
  if (!text.ok()) return words;
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find('\0', at), text->size());
    words.push_back(text->substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<std::string> program_words(const std::vector<std::string>& argv) {
  std::size_t at = argv.empty() ? 0 : 1;
  for (; at < argv.size(); ++at) {
    const std::string& word = argv[at];
    if (word.size() < 2 || word[0] != '-') break;
    if (word == "--check-hash-based-pycs") ++at;
    if (word[1] == '-') continue;
    // Of letters in one word only the last ends it or takes a value.
    const std::size_t end = word.find_first_of("cmWX", 1);
    if (end == std::string::npos) continue;
    if (word[end] == 'c' || word[end] == 'm') {
      std::vector<std::string> words = {"-" + word.substr(end)};
      words.insert(words.end(),
                   argv.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                   argv.end());
      return words;
    }
    if (end + 1 == word.size()) ++at;
  }
  at = std::min(at, argv.size());
  return {argv.begin() + static_cast<std::ptrdiff_t>(at), argv.end()};
}

std::string permission_hint(int pid) {
  struct stat owner = {};
  if (::geteuid() != 0 && ::stat(proc_folder(pid).c_str(), &owner) == 0 &&
      owner.st_uid != ::geteuid()) {
    return "it is another user's: run as that user, or as root (sudo)";
  }
  switch (const int scope = yama_scope()) {
    case 0:
      return "run as root (sudo) or with CAP_SYS_PTRACE; a container gets that "
             "by --cap-add=SYS_PTRACE";
    case 1:
      return "kernel.yama.ptrace_scope is 1: run as root (sudo), or allow it "
             "by sudo sysctl kernel.yama.ptrace_scope=0";
    default:
      return "kernel.yama.ptrace_scope is " + std::to_string(scope) +
             ": run as root (sudo) or with CAP_SYS_PTRACE";
  }
}

std::optional<double> process_cpu_s(int pid) {
  clockid_t clock = 0;
  timespec time = {};
  if (::clock_getcpuclockid(pid, &clock) != 0 ||
      ::clock_gettime(clock, &time) != 0) {
    return std::nullopt;
  }
  return static_cast<double>(time.tv_sec) +
         1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace ppp::profiler
