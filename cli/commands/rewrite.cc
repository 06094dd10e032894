// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel rewrite: the patch for a plan, without running the program.
#include "rewrite/rewrite.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "advisor/plan_json.h"
#include "base/files.h"
#include "base/machine.h"
#include "cli/choice.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/target.h"
#include "cli/transform_options.h"
#include "profiler/profile_json.h"
#include "rewrite/patch_json.h"

namespace ppp::cli {
namespace {

class RewriteCommand final : public Subcommand {
 public:
  const char* name() const override { return "rewrite"; }
  const char* summary() const override {
    return "write the patch for a plan, without running the program";
  }
  const char* examples() const override {
    return "Examples:\n"
           "  pyprof-parallel advise --json plan.json script.py 120\n"
           "  pyprof-parallel rewrite plan.json --patch script.diff\n"
           "\n"
           "Only loops that are proven are rewritten, by the predictions "
           "alone: nothing is\nverified or measured. `run` does both.";
  }
  Rest rest() const override { return Rest::kNothing; }
  void declare(CLI::App& app) override {
    app.add_option("--python", python_,
                   "interpreter to write for (default: that of the plan)")
        ->type_name("EXE");
    transforms_.declare(app);
    app.add_option("--patch", patch_, "write the patch (default: to stdout)")
        ->type_name("FILE");
    output_.declare_json(app);
    app.add_option("plan.json", path_, "what `advise --json` wrote")
        ->required();
  }
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  struct Input {
    advisor::Plan plan;
    advisor::Project project;
    Interpreter python;
    bool of_another_tool = false;
  };
  Result<Input> read() const;
  std::vector<rewrite::Option> choose(const Input& input,
                                      rewrite::RewriteOptions& options) const;

  std::string python_;
  TransformOptions transforms_;
  OutputOptions output_;
  std::string patch_ = "-";
  std::string path_;
};

Result<RewriteCommand::Input> RewriteCommand::read() const {
  auto text = read_file(path_);
  if (!text.ok()) return text.error();
  auto plan = advisor::plan_from_json(*text);
  if (!plan.ok()) return plan.error();
  auto profile = profiler::profile_summary_from_json(*text);
  if (!profile.ok()) return profile.error();
  auto project = project_of(profile->command);
  if (!project.ok()) return project.error();
  auto python = find_interpreter(
      system_processes(), python_.empty() ? profile->executable : python_);
  if (!python.ok()) return python.error();
  return Input{std::move(*plan), std::move(*project), std::move(*python),
               !profile->origin.format.empty()};
}

/// Greedily, as `run` does, but predictions decide, from what pools usually
/// cost: what is measured would be another patch each time.
std::vector<rewrite::Option> RewriteCommand::choose(
    const Input& input, rewrite::RewriteOptions& options) const {
  const Stages stages = real_stages(system_processes(), input.python);
  options = with_packages(std::move(options), input.plan, stages);
  return going_together(
      input.plan, input.project,
      options_to_try(input.plan, input.project,
                     stages.options(input.plan, input.project, options)));
}

std::string summary_of(const rewrite::Patch& patch,
                       const std::vector<rewrite::Option>& chosen,
                       bool of_another_tool) {
  if (chosen.empty() && of_another_tool) {
    return "nothing to rewrite: the profile does not tell what the loops do "
           "with their time; `run script.py` measures it\n";
  }
  if (chosen.empty()) {
    return "nothing to rewrite: no loop of the plan is proven and promises a "
           "gain\n";
  }
  std::string out;
  for (const rewrite::Applied& one : patch.applied) {
    out += fmt::format("{}  {}: {}\n", harness::place(one.loop), one.strategy,
                       one.summary);
  }
  return out + fmt::format(
                   "predicted {:.2f}× as fast; neither verified nor measured: "
                   "pyprof-parallel verify before.py after.py does both\n",
                   predicted_speedup(chosen));
}

Result<int> RewriteCommand::execute(const std::vector<std::string>&) {
  for (Status good :
       {transforms_.check(), output_.check(), check_writable(patch_)}) {
    if (!good.ok()) return good.error();
  }
  if (patch_ == "-" && output_.json == "-") {
    return Error{Error::Kind::kUsage, "stdout cannot hold both results",
                 "give --patch or --json a file"};
  }
  auto input = read();
  if (!input.ok()) return input.error();
  rewrite::RewriteOptions options =
      transforms_.rewrite_options(input->python, this_machine());
  const std::vector<rewrite::Option> chosen = choose(*input, options);
  auto patch = rewrite::rewrite(input->plan, input->project, chosen, options);
  if (!patch.ok()) return patch.error();
  for (Status written :
       {write_output(patch_, patch->diff),
        write_output(output_.json, rewrite::patch_to_json(*patch))}) {
    if (!written.ok()) return written.error();
  }
  const bool taken = patch_ == "-" || output_.data_on_stdout();
  print_for_people(summary_of(*patch, chosen, input->of_another_tool), taken);
  return kDone;
}

}  // namespace

std::unique_ptr<Subcommand> rewrite_command() {
  return std::make_unique<RewriteCommand>();
}

}  // namespace ppp::cli
