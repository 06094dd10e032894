// SPDX-License-Identifier: Apache-2.0
#include "cli/target.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace ppp::cli {
namespace {

namespace fs = std::filesystem;

Error usage(std::string what, std::string hint) {
  return Error{Error::Kind::kUsage, std::move(what), std::move(hint)};
}

/// Copies stdin to `out` until its end; returns the number of bytes.
Result<long> copy_stdin(int out) {
  std::array<char, 65536> buffer;
  long total = 0;
  while (true) {
    std::array<pollfd, 2> fds = {
        {{STDIN_FILENO, POLLIN, 0}, {interrupt_fd(), POLLIN, 0}}};
    ::poll(fds.data(), fds.size(), -1);
    if (interrupt_requested()) {
      return interrupt_error();
    }
    if (!fds[0].revents) continue;
    ssize_t n = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (n <= 0) return total;
    if (::write(out, buffer.data(), static_cast<std::size_t>(n)) != n) {
      return Error{Error::Kind::kEnvironment,
                   std::string("cannot save the standard input: ") +
                       std::strerror(errno),
                   "set TMPDIR to a directory with room"};
    }
    total += n;
  }
}

bool is_null_device(const struct stat& s) {
  struct stat null = {};
  return S_ISCHR(s.st_mode) && ::stat("/dev/null", &null) == 0 &&
         s.st_rdev == null.st_rdev;
}

bool is_module(const std::vector<std::string>& words) {
  return !words.empty() && words[0] == "-m";
}

/// Fails when the words name no program, or a script that cannot be read.
Status names_program(const std::vector<std::string>& words) {
  if (words.empty() || (is_module(words) && words.size() < 2)) {
    return usage(is_module(words) ? "-m needs the name of a module"
                                  : "no script was given",
                 "for example: pyprof-parallel run script.py");
  }
  return is_module(words) ? Status(Done{}) : check_script(words[0]);
}

}  // namespace

Result<SavedStdin> SavedStdin::take() {
  SavedStdin saved;
  struct stat s = {};
  if (::fstat(STDIN_FILENO, &s) != 0 || is_null_device(s)) return saved;
  if (::isatty(STDIN_FILENO)) {
    saved.was_terminal_ = true;
    return saved;
  }
  auto dir = TempDir::create("pyprof-parallel-stdin-");
  if (!dir.ok()) return dir.error();
  std::string path = dir->path() + "/stdin";
  int out = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (out < 0) {
    return Error{Error::Kind::kEnvironment,
                 "cannot write " + path + ": " + std::strerror(errno),
                 "set TMPDIR to a writable directory"};
  }
  auto bytes = copy_stdin(out);
  ::close(out);
  if (!bytes.ok()) return bytes.error();
  if (*bytes == 0) return saved;
  saved.path_ = path;
  saved.dir_ = std::move(*dir);
  return saved;
}

Result<Target> find_target(ProcessRunner& runner,
                           const std::vector<std::string>& words,
                           const std::string& python) {
  Status named = names_program(words);
  if (!named.ok()) return named.error();
  auto directory = working_directory();
  if (!directory.ok()) return directory.error();
  auto interpreter = find_interpreter(runner, python);
  if (!interpreter.ok()) return interpreter.error();
  auto project = project_of(words);
  if (!project.ok()) return project.error();
  const advisor::SourceFile& script = project->files.at(0);
  Status compiles =
      check_compiles(runner, *interpreter, script.path(), script.file());
  if (!compiles.ok()) return compiles.error();
  auto input = SavedStdin::take();
  if (!input.ok()) return input.error();

  Target target;
  target.program = {interpreter->executable, words, *directory, input->path()};
  target.python = std::move(*interpreter);
  target.input = std::move(*input);
  target.project = std::move(*project);
  return target;
}

Status check_script(const std::string& script) {
  std::error_code code;
  if (!fs::exists(script, code)) {
    if (code && code != std::errc::no_such_file_or_directory) {
      return usage("cannot read " + script + ": " + code.message(),
                   "check the path and its permissions");
    }
    return usage("no such script: " + script,
                 "give the path of a Python file, or -m and a module");
  }
  if (fs::is_directory(script, code)) {
    return usage(
        script + " is a directory",
        "give the script inside it, for example " + script + "/__main__.py");
  }
  if (!fs::is_regular_file(script, code)) {
    return usage(script + " is not a regular file",
                 "the program is run several times; save it to a file first");
  }
  if (::access(script.c_str(), R_OK) != 0) {
    return usage("cannot read " + script + ": " + std::strerror(errno),
                 "check its permissions");
  }
  return Done{};
}

Result<advisor::Project> project_of(const std::vector<std::string>& words) {
  Status named = names_program(words);
  if (!named.ok()) return named.error();
  auto directory = working_directory();
  if (!directory.ok()) return directory.error();
  return is_module(words) ? advisor::load_project_module(words[1], *directory)
                          : advisor::load_project(words[0], *directory);
}

Result<std::string> working_directory() {
  std::error_code code;
  fs::path here = fs::current_path(code);
  if (!code) return here.string();
  return Error{Error::Kind::kEnvironment,
               "the working directory is gone: " + code.message(),
               "cd to a directory that exists"};
}

}  // namespace ppp::cli
