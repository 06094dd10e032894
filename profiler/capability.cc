// SPDX-License-Identifier: Apache-2.0
#include "profiler/capability.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "profiler/attach.h"
#include "profiler/cpython/interpreter.h"
#include "profiler/remote_memory.h"
#include "profiler/threads.h"

namespace ppp::profiler {
namespace {

namespace fs = std::filesystem;

std::string first_line(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  return line;
}

Capability ptrace_scope() {
  Capability found{.id = "ptrace-scope", .required = false};
  const std::string scope = first_line("/proc/sys/kernel/yama/ptrace_scope");
  found.ok = scope.empty() || scope == "0" || scope == "1" || ::geteuid() == 0;
  found.detail = scope.empty() ? "no Yama: children may be read"
                               : "kernel.yama.ptrace_scope is " + scope;
  if (!found.ok) {
    found.hint = "run: sudo sysctl kernel.yama.ptrace_scope=1";
  }
  return found;
}

Capability seccomp() {
  Capability found{.id = "seccomp", .ok = true, .required = false};
  std::ifstream status("/proc/self/status");
  std::string mode = "0";
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("Seccomp:")) mode = line.substr(line.size() - 1);
  }
  found.detail =
      mode == "0" ? "no filter" : "a filter is active, as in a container";
  return found;
}

// Reads the first bytes of the child's executable from its memory.
Capability readable(const std::string& id, int pid,
                    Result<std::unique_ptr<RemoteMemory>> memory) {
  Capability found{.id = id};
  if (!memory) {
    found.detail = memory.error().what;
    found.hint = memory.error().hint;
    return found;
  }
  Address start = 0;
  std::ifstream maps("/proc/" + std::to_string(pid) + "/maps");
  maps >> std::hex >> start;
  char magic[4] = {};
  found.ok = start != 0 && (*memory)->read(start, magic, sizeof magic);
  found.detail =
      found.ok ? "read a child's memory" : "a child's memory could not be read";
  if (!found.ok) {
    found.hint =
        "in a container add --cap-add=SYS_PTRACE or "
        "--security-opt seccomp=unconfined";
  }
  return found;
}

Capability wait_causes(int pid) {
  const std::string folder =
      "/proc/" + std::to_string(pid) + "/task/" + std::to_string(pid);
  char text[256];
  Capability found{.id = "wait-causes", .required = false};
  const ProcFile call(folder + "/syscall");
  const ProcFile turns(folder + "/schedstat");
  found.ok = call.open() && call.read(text, sizeof text) && turns.open() &&
             turns.read(text, sizeof text);
  found.detail = found.ok ? "the system call of a blocked child is visible"
                          : folder + "/syscall cannot be read";
  if (!found.ok) {
    found.hint =
        "waits will be reported as \"other\"; in a container add "
        "--cap-add=SYS_PTRACE";
  }
  return found;
}

Capability perf_events() {
  Capability found{.id = "perf-events", .required = false};
  const std::string level = first_line("/proc/sys/kernel/perf_event_paranoid");
  found.ok =
      !level.empty() && (std::atoi(level.c_str()) <= 2 || ::geteuid() == 0);
  found.detail = level.empty() ? "this kernel has none"
                               : "kernel.perf_event_paranoid is " + level;
  if (!found.ok) {
    found.hint =
        "only profile --native needs them; sudo sysctl "
        "kernel.perf_event_paranoid=2 allows them";
  }
  return found;
}

// "python3", "python3.11": names of interpreters, not of their tools.
bool is_python_name(const std::string& name) {
  constexpr std::string_view kPrefix = "python3";
  if (!name.starts_with(kPrefix)) return name.starts_with("pypy3");
  return std::all_of(name.begin() + kPrefix.size(), name.end(), [](char c) {
    return c == '.' || std::isdigit(static_cast<unsigned char>(c));
  });
}

std::vector<fs::path> interpreter_folders() {
  std::vector<fs::path> folders;
  if (const char* venv = std::getenv("VIRTUAL_ENV")) {
    folders.push_back(fs::path(venv) / "bin");
  }
  const std::string path = std::getenv("PATH") ? std::getenv("PATH") : "";
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    if (end > begin) folders.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  folders.emplace_back("/usr/bin");
  const char* root = std::getenv("PYENV_ROOT");
  const char* home = std::getenv("HOME");
  const fs::path pyenv = root   ? fs::path(root)
                         : home ? fs::path(home) / ".pyenv"
                                : fs::path();
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(
           pyenv / "versions", fs::directory_options::skip_permission_denied,
           ignored)) {
    folders.push_back(entry.path() / "bin");
  }
  return folders;
}

}  // namespace

std::vector<Capability> profiler_capabilities(ProcessRunner& runner) {
  std::vector<Capability> found = {ptrace_scope(), seccomp(), perf_events()};
  Command command;
  command.argv = {"sleep", "60"};
  auto child = runner.start(command);
  if (!child) {
    found.push_back({"start-programs", false, true, child.error().what,
                     child.error().hint});
    return found;
  }
  const int pid = (*child)->pid();
  found.push_back(readable("read-memory", pid, open_remote_memory(pid)));
  found.push_back(readable("proc-mem", pid, open_proc_mem(pid)));
  found.back().required = false;
  found.push_back(wait_causes(pid));
  (*child)->kill();
  return found;
}

std::vector<Capability> find_interpreters() {
  std::vector<Capability> found;
  std::set<fs::path> seen;
  for (const fs::path& folder : interpreter_folders()) {
    std::error_code ignored;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(
             folder, fs::directory_options::skip_permission_denied, ignored)) {
      if (is_python_name(entry.path().filename())) {
        files.push_back(entry.path());
      }
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      const fs::path real = fs::canonical(file, ignored);
      if (real.empty() || !seen.insert(real).second) continue;
      const auto identity = cpython::identify_program(real);
      using Kind = cpython::Identity::Kind;
      if (identity.kind == Kind::kScript || identity.kind == Kind::kMissing) {
        continue;
      }
      const Status status = check_identity(identity, file);
      Capability item{.id = "python", .ok = status.ok(), .required = false};
      item.detail = status ? file.string() + " is CPython " + identity.version
                           : status.error().what;
      if (!status) item.hint = status.error().hint;
      found.push_back(item);
    }
  }
  return found;
}

}  // namespace ppp::profiler
