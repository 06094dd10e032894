// SPDX-License-Identifier: Apache-2.0
#include "profiler/attach.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>

namespace ppp::profiler {
namespace {

std::string executable_of(int pid) {
  std::array<char, 4096> link;
  const std::string path = "/proc/" + std::to_string(pid) + "/exe";
  ssize_t length = ::readlink(path.c_str(), link.data(), link.size());
  if (length <= 0) return {};
  return std::string(link.data(), static_cast<std::size_t>(length));
}

}  // namespace

std::string find_program(const Command& command) {
  namespace fs = std::filesystem;
  if (command.argv.empty()) return {};
  const std::string& name = command.argv[0];
  if (name.find('/') != std::string::npos) return name;
  const char* ours = std::getenv("PATH");
  std::string path = ours ? ours : "/usr/local/bin:/usr/bin:/bin";
  for (const auto& [variable, value] : command.environment) {
    if (variable == "PATH") path = value.value_or("");
  }
  std::error_code ignored;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const fs::path file = fs::path(path.substr(begin, end - begin)) / name;
    if (::access(file.c_str(), X_OK) == 0 &&
        fs::is_regular_file(file, ignored)) {
      return file.string();
    }
    begin = end + 1;
  }
  return {};
}

Status check_identity(const cpython::Identity& identity,
                      const std::string& name) {
  using Kind = cpython::Identity::Kind;
  const std::string supported = "CPython 3.8 to 3.14";
  const std::string hint = "give " + supported + " with --python";
  auto refuse = [&](const std::string& what) {
    return Error{Error::Kind::kEnvironment, name + " " + what, hint};
  };
  switch (identity.kind) {
    case Kind::kCPython:
    case Kind::kScript:
    case Kind::kMissing:  // the start names it better
      return Done{};
    case Kind::kTooOld:
      return refuse("is Python " + identity.version +
                    ": too old; supported is " + supported);
    case Kind::kTooNew:
      return refuse("is Python " + identity.version +
                    ": newer than this tool knows; supported is " + supported);
    case Kind::kOtherPython:
      return refuse("is " + identity.version + ": supported is " + supported);
    case Kind::kOther:
      return refuse("is not a Python interpreter");
  }
  return Done{};
}

Status check_program(const Command& command) {
  const std::string path = find_program(command);
  if (path.empty()) return Done{};
  return check_identity(cpython::identify_program(path), path);
}

Attacher::Attacher(int pid, RemoteMemory& memory, std::string name)
    : pid_(pid), memory_(memory), name_(std::move(name)) {}

void Attacher::forget() {
  located_.reset();
  executable_.clear();
}

Result<std::optional<Attached>> Attacher::try_attach() {
  using Kind = cpython::Identity::Kind;
  const std::optional<Attached> not_yet;
  const std::string now = executable_of(pid_);
  if (now.empty()) return not_yet;
  if (now != executable_) {
    executable_ = now;
    located_.reset();
    identity_ =
        cpython::identify_program("/proc/" + std::to_string(pid_) + "/exe");
  }
  if (identity_.kind == Kind::kTooOld || identity_.kind == Kind::kTooNew ||
      identity_.kind == Kind::kOtherPython) {
    auto status = check_identity(
        identity_, name_ == now ? name_ : name_ + " (" + now + ")");
    if (!status) return status.error();
  }
  if (identity_.kind != Kind::kCPython) return not_yet;
  seen_python_ = true;
  if (!located_) {
    located_ = cpython::locate_interpreter(pid_, identity_, memory_);
  }
  if (!located_ || !cpython::is_initialised(*located_, memory_)) {
    return not_yet;
  }
  return std::optional<Attached>(Attached{now, *located_});
}

}  // namespace ppp::profiler
