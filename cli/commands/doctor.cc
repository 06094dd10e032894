// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel doctor: what this machine allows, by trying it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/machine.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/interpreter.h"
#include "cli/options.h"
#include "cli/pool_costs.h"
#include "cli/progress.h"
#include "cli/target.h"
#include "harness/sandbox.h"
#include "profiler/capability.h"
#include "profiler/record.h"

namespace ppp::cli {
namespace {

namespace fs = std::filesystem;

/// One thing that was looked at.
struct Finding {
  enum class Level { kGood, kLimited, kBroken };
  std::string id;
  Level level = Level::kGood;
  std::string detail;
  std::string hint;
};
using Level = Finding::Level;

const char* word(Level level) {
  switch (level) {
    case Level::kGood:
      return "ok";
    case Level::kLimited:
      return "limited";
    case Level::kBroken:
      return "broken";
  }
  return "broken";
}

Finding cpus() {
  Machine machine = this_machine();
  double quota = quota_cpus();
  std::string limit =
      quota > 0 ? fmt::format(", cgroup quota of {:g} CPUs", quota) : "";
  Finding out{
      "cpus", Level::kGood,
      fmt::format("{} usable ({} in the affinity mask{}), {}, {}", machine.cpus,
                  affinity_cpus(), limit, machine.cpu_model, machine.kernel),
      ""};
  if (machine.cpus < 2) {
    out.level = Level::kLimited;
    out.hint = "with one CPU only programs that wait can become faster";
  }
  return out;
}

Finding finding_of(const profiler::Capability& found) {
  Level level = found.ok         ? Level::kGood
                : found.required ? Level::kBroken
                                 : Level::kLimited;
  return {found.id, level, found.detail, found.hint};
}

/// What the cost model reckons with.
Finding pools(const Interpreter& python) {
  rewrite::RewriteOptions options;
  options.workers = this_machine().cpus;
  auto measured = measure_pool_costs(system_processes(), python, options);
  if (!measured.ok()) {
    return {"pools", Level::kLimited, measured.error().what, ""};
  }
  const rewrite::PoolCosts& costs = *measured;
  return {
      "pools", Level::kGood,
      fmt::format(
          "{} of processes: {:.0f} ms to import, {:.0f} ms to start, {:.0f} "
          "us a task, {:.1f} us an item of a chunk, {:.1f} ms a megabyte; "
          "each worker more brings {:.0f} % of the first",
          options.workers, costs.process_import_s * 1e3,
          costs.process_start_s * 1e3, costs.process_task_s * 1e6,
          costs.process_item_s * 1e6, costs.byte_s * 1e9,
          costs.worker_yield * 100),
      ""};
}

/// The interpreter that programs would be run with, and one watched run of it.
void python_and_profiling(const std::string& requested,
                          std::vector<Finding>& out) {
  auto python = find_interpreter(system_processes(), requested);
  if (!python.ok()) {
    out.push_back(
        {"python", Level::kBroken, python.error().what, python.error().hint});
    return;
  }
  out.push_back({"python", Level::kGood,
                 fmt::format("{} {}", python->executable, python->version),
                 ""});
  ppp::Command command;
  command.argv = {python->executable, "-c",
                  "import time\nend = time.time() + 0.3\n"
                  "while time.time() < end: pass"};
  auto recording = profiler::record(command, {.timeout_s = 30});
  if (!recording.ok()) {
    out.push_back({"profiling", Level::kBroken, recording.error().what,
                   recording.error().hint});
    return;
  }
  const profiler::Profile& profile = recording->profile;
  out.push_back({"profiling",
                 profile.samples > 0 ? Level::kGood : Level::kBroken,
                 fmt::format("{} samples in {:.2f} s, {} missed, {} unreadable",
                             profile.samples, profile.wall_s, profile.missed,
                             profile.errors),
                 "this Python could not be read; try another --python"});
  out.push_back(pools(*python));
}

Finding sandbox() {
  harness::Program program;
  program.args = {"script.py"};
  auto directory = working_directory();
  if (!directory.ok()) {
    return {"isolation", Level::kBroken, directory.error().what,
            directory.error().hint};
  }
  program.directory = *directory;
  auto box = harness::Sandbox::create(system_processes(), program);
  if (!box.ok()) {
    return {"isolation", Level::kBroken, box.error().what, box.error().hint};
  }
  bool copy = (*box)->isolation() == harness::Isolation::kCopy;
  return {"isolation", copy ? Level::kLimited : Level::kGood,
          (*box)->description(),
          copy ? "allow user namespaces for full isolation (in a container: "
                 "--security-opt seccomp=unconfined, or --privileged)"
               : ""};
}

Finding scratch() {
  auto dir = TempDir::create("pyprof-parallel-doctor-");
  if (!dir.ok()) {
    return {"scratch", Level::kBroken, dir.error().what, dir.error().hint};
  }
  std::error_code code;
  double free = static_cast<double>(fs::space(dir->path(), code).available);
  std::string where = fs::path(dir->path()).parent_path().string();
  Finding out{"scratch", Level::kGood,
              fmt::format("{:.1f} GB free in {}", free / 1e9, where), ""};
  if (!code && free < 200e6) {
    out.level = Level::kLimited;
    out.hint = "set TMPDIR to a directory with more room";
  }
  return out;
}

class Doctor final : public Subcommand {
 public:
  const char* name() const override { return "doctor"; }
  const char* summary() const override {
    return "try what this machine allows: profiling, isolation, interpreters";
  }
  const char* examples() const override {
    return "Exit codes: 0 all that is needed works, 2 something is broken.";
  }
  Rest rest() const override { return Rest::kNothing; }
  void declare(CLI::App& app) override {
    app.add_option("--python", python_, "interpreter to look at")
        ->type_name("EXE");
    output_.declare_json(app);
  }
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  std::string python_;
  OutputOptions output_;
};

std::string as_json(const std::vector<Finding>& findings) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const Finding& one : findings) {
    rows.push_back({{"id", one.id},
                    {"result", word(one.level)},
                    {"detail", one.detail},
                    {"hint", one.hint}});
  }
  nlohmann::ordered_json out = {{"schema", "pyprof-parallel/doctor"},
                                {"schema_version", 1},
                                {"findings", std::move(rows)}};
  return out.dump(2, ' ', false,
                  nlohmann::ordered_json::error_handler_t::replace) +
         "\n";
}

std::string as_text(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& one : findings) {
    out +=
        fmt::format("{:<8} {:<13} {}\n", word(one.level), one.id, one.detail);
    if (one.level != Level::kGood && !one.hint.empty()) {
      out += fmt::format("{:<22} hint: {}\n", "", one.hint);
    }
  }
  return out;
}

Result<int> Doctor::execute(const std::vector<std::string>&) {
  Status writable = output_.check();
  if (!writable.ok()) return writable.error();
  Progress progress(stderr_is_terminal());
  progress.say("trying what this machine allows");
  std::vector<Finding> findings = {cpus()};
  python_and_profiling(python_, findings);
  for (const profiler::Capability& found :
       profiler::profiler_capabilities(system_processes())) {
    findings.push_back(finding_of(found));
  }
  findings.push_back(sandbox());
  findings.push_back(scratch());
  for (const profiler::Capability& found : profiler::find_interpreters()) {
    findings.push_back(finding_of(found));
  }
  if (interrupt_requested()) {
    return interrupt_error();
  }
  progress.clear();
  Status written = write_output(output_.json, as_json(findings));
  if (!written.ok()) return written.error();
  if (!output_.data_on_stdout()) print_for_people(as_text(findings), false);
  bool broken = std::any_of(findings.begin(), findings.end(), [](auto& one) {
    return one.level == Level::kBroken;
  });
  return broken ? kUsage : kDone;
}

}  // namespace

std::unique_ptr<Subcommand> doctor_command() {
  return std::make_unique<Doctor>();
}

}  // namespace ppp::cli
