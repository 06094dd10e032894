// SPDX-License-Identifier: Apache-2.0
#include "harness/sandbox.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "harness/copy_view.h"
#include "harness/enter_view.h"

namespace ppp::harness {
namespace {

/// Written by the child before exec, read by us.
struct ChildNote {
  std::atomic<int> pid = 0;
  const char* step = nullptr;  ///< what was being set up
};

class SharedNote {
 public:
  SharedNote() {
    void* page = ::mmap(nullptr, sizeof(ChildNote), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    PPP_CHECK(page != MAP_FAILED);
    note_ = ::new (page) ChildNote;
  }
  SharedNote(const SharedNote&) = delete;
  SharedNote& operator=(const SharedNote&) = delete;
  ~SharedNote() { ::munmap(note_, sizeof(ChildNote)); }
  ChildNote& get() { return *note_; }

 private:
  ChildNote* note_;
};

void lower_limit(__rlimit_resource resource, rlim_t value) {
  rlimit limit = {};
  if (::getrlimit(resource, &limit) != 0) return;
  limit.rlim_cur = std::min(limit.rlim_max, value);
  ::setrlimit(resource, &limit);
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// What an EFBIG looks like in Python.
bool says_too_large(const ProgramRun& run) {
  return run.status.signal == SIGXFSZ ||
         (run.status.code != 0 &&
          run.err.find("[Errno 27]") != std::string::npos);
}

Command base_command(const Program& program, const std::string& hash_seed) {
  Command command;
  command.argv = {program.python};
  command.argv.insert(command.argv.end(), program.args.begin(),
                      program.args.end());
  command.directory = program.directory;
  command.stdin_path = program.stdin_path;
  command.environment = {{"PYTHONDONTWRITEBYTECODE", "1"}};
  if (!hash_seed.empty()) {
    command.environment.emplace_back("PYTHONHASHSEED", hash_seed);
  }
  return command;
}

/// PYTHONPATH with entries of the working directory moved into the copy.
std::string moved_path_list(const CopyView& view, const std::string& list) {
  std::string moved;
  for (std::size_t begin = 0; begin <= list.size();) {
    std::size_t end = std::min(list.find(':', begin), list.size());
    if (begin > 0) moved += ":";
    moved += inside_copy(view, list.substr(begin, end - begin));
    begin = end + 1;
  }
  return moved;
}

}  // namespace

Result<std::unique_ptr<Sandbox>> Sandbox::create(
    ProcessRunner& runner, const Program& program,
    std::optional<Isolation> forced) {
  auto scratch = TempDir::create("pyprof-parallel-");
  if (!scratch) return scratch.error();
  std::unique_ptr<Sandbox> sandbox(new Sandbox(
      std::move(*scratch), forced.value_or(Isolation::kMounts), "not wanted"));
  if (forced) return sandbox;
  for (Isolation way : {Isolation::kMounts, Isolation::kUserMounts}) {
    sandbox->isolation_ = way;
    Status tried = sandbox->try_out(runner, program);
    if (tried) return sandbox;
    if (tried.error().kind == Error::Kind::kInterrupted) return tried.error();
    sandbox->refusal_ = tried.error().what;
  }
  sandbox->isolation_ = Isolation::kCopy;
  return sandbox;
}

/// A real child that writes where the user's file system must stay untouched.
Status Sandbox::try_out(ProcessRunner& runner, const Program& program) {
  std::string outside = scratch_.path() + "-trial";
  Program trial = program;
  trial.python = "touch";
  trial.args = {outside};
  trial.stdin_path.clear();
  auto run = this->run(trial, {}, "", [&](const Command& command) {
    return run_to_end(runner, command, 10);
  });
  bool leaked = ::unlink(outside.c_str()) == 0;
  if (!run) return run.error();
  if (leaked || run->status.code != 0 || run->status.signal != 0) {
    return Error{Error::Kind::kEnvironment, "the trial run was not isolated",
                 ""};
  }
  return Done{};
}

std::string Sandbox::description() const {
  if (isolation_ != Isolation::kCopy) return "overlay";
  return "copy: each run works in a copy of the working directory; files "
         "elsewhere are shared, as overlays are refused here (" +
         refusal_ + ")";
}

Result<ProgramRun> Sandbox::run(const Program& program,
                                const Overrides& changed,
                                const std::string& hash_seed,
                                const Starter& start) {
  remove_tree(place());
  Command command = base_command(program, hash_seed);
  command.stdout_path = scratch_.path() + "/stdout";
  command.stderr_path = scratch_.path() + "/stderr";
  for (const std::string& path : {command.stdout_path, command.stderr_path}) {
    if (Status made = write_file(path, ""); !made) return made.error();
  }
  if (::mkdir(place().c_str(), 0700) != 0) {
    return Error{Error::Kind::kEnvironment,
                 "cannot create " + place() + ": " + std::strerror(errno),
                 "set TMPDIR to a writable directory"};
  }
  auto run = isolation_ == Isolation::kCopy
                 ? run_copied(program, changed, std::move(command), start)
                 : run_mounted(program, changed, std::move(command), start);
  clear_place();
  return run;
}

/// Every run finds the same paths, so the old ones are moved out of the way.
void Sandbox::clear_place() {
  std::string old = scratch_.path() + "/old-" + std::to_string(++cleared_);
  if (::rename(place().c_str(), old.c_str()) != 0) {
    remove_tree(place());
    return;
  }
  background_.start([old, mounts = std::move(mounts_)]() mutable {
    mounts.reset();
    remove_tree(old);
  });
}

Result<ProgramRun> Sandbox::run_mounted(const Program& program,
                                        const Overrides& changed,
                                        Command command, const Starter& start) {
  ViewRequest request;
  request.isolation = isolation_;
  request.scratch = place();
  request.hidden = scratch_.path();
  request.directory = program.directory;
  request.writable = {variable("HOME"), variable("TMPDIR"), "/tmp", "/var/tmp"};
  request.overrides = changed;
  auto plan = plan_mounts(request);
  if (!plan) return plan.error();
  auto run = watched(std::move(command), &*plan, start);
  if (run) run->changes = changes_in(*plan);
  return run;
}

Result<ProgramRun> Sandbox::run_copied(const Program& program,
                                       const Overrides& changed,
                                       Command command, const Starter& start) {
  CopyRequest request;
  request.scratch = place();
  request.directory = program.directory;
  request.overrides = changed;
  auto view = make_copy(request);
  if (!view) return view.error();
  for (std::size_t i = 1; i < command.argv.size(); ++i) {
    command.argv[i] = inside_copy(*view, command.argv[i]);
  }
  command.directory = view->directory;
  command.environment.emplace_back("TMPDIR", view->temporary);
  command.environment.emplace_back("PWD", view->directory);
  if (std::string path = variable("PYTHONPATH"); !path.empty()) {
    command.environment.emplace_back("PYTHONPATH",
                                     moved_path_list(*view, path));
  }
  auto run = watched(std::move(command), nullptr, start);
  if (run) run->changes = changes_in(*view);
  return run;
}

Result<ProgramRun> Sandbox::watched(Command command, const MountPlan* plan,
                                    const Starter& start) {
  SharedNote note;
  mounts_ = std::make_unique<MountHandle>();
  command.in_child = [&note, this, plan, file = limits.file] {
    note.get().pid = ::getpid();
    lower_limit(RLIMIT_FSIZE, file);
    lower_limit(RLIMIT_CORE, 0);
    if (!plan) return true;
    if (!enter_view(*plan, &note.get().step)) return false;
    mounts_->send();
    return true;
  };
  Watch watch(limits, {command.stdout_path, command.stderr_path, place()},
              note.get().pid);
  auto status = start(command);
  std::string excess = watch.stop();
  if (!status) {
    Error error = status.error();
    if (const char* step = note.get().step; plan && step) {
      error.what += " (" + std::string(step) + ")";
    }
    return error;
  }
  ProgramRun run;
  run.status = *status;
  run.excess = excess;
  run.peak_memory = watch.peak_memory();
  if (!excess.empty()) return run;
  auto out = read_file(command.stdout_path);
  auto err = read_file(command.stderr_path);
  if (!out) return out.error();
  if (!err) return err.error();
  run.out = std::move(*out);
  run.err = std::move(*err);
  if (says_too_large(run)) {
    run.excess = "writes a file of more than " + in_units(limits.file);
  }
  return run;
}

}  // namespace ppp::harness
