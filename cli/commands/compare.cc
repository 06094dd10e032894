// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel compare: did a program become slower between two reports?
#include <CLI/CLI.hpp>

#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "harness/report/comparison.h"

namespace ppp::cli {
namespace {

class Compare final : public Subcommand {
 public:
  const char* name() const override { return "compare"; }
  const char* summary() const override {
    return "compare two reports of run: slower, or less to gain?";
  }
  const char* examples() const override {
    return "Examples:\n"
           "  pyprof-parallel run --json head.json script.py 120\n"
           "  pyprof-parallel compare base.json head.json "
           "--fail-on-regression\n"
           "\n"
           "Nothing is run. Only reports from one machine tell something.\n"
           "Exit codes: 0 done, 1 a regression, if asked to fail on it, 2 "
           "usage.";
  }
  Rest rest() const override { return Rest::kNothing; }
  void declare(CLI::App& app) override {
    app.add_option("--tolerance", tolerance_,
                   "the share by which a figure may become worse")
        ->type_name("X")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    app.add_flag("--fail-on-regression", fail_,
                 "exit 1 if the program is slower, fails, or gains less");
    output_.declare_json(app);
    app.add_option("base.json", base_, "what `run --json` wrote before")
        ->required();
    app.add_option("head.json", head_, "what it writes now")->required();
  }
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  OutputOptions output_;
  std::string base_;
  std::string head_;
  double tolerance_ = 0.05;
  bool fail_ = false;
};

Result<int> Compare::execute(const std::vector<std::string>&) {
  Status writable = output_.check();
  if (!writable.ok()) return writable.error();
  auto base = read_report(base_);
  if (!base.ok()) return base.error();
  auto head = read_report(head_);
  if (!head.ok()) return head.error();
  const harness::Comparison comparison =
      harness::compare_reports(*base, *head, tolerance_);
  Status written = write_output(output_.json, comparison_json(comparison));
  if (!written.ok()) return written.error();
  const bool taken = output_.data_on_stdout();
  print_for_people(terminal_comparison(comparison, *base, *head,
                                       terminal_style(taken, false)),
                   taken);
  return fail_ && has_regression(comparison) ? kGateFailed : kDone;
}

}  // namespace

std::unique_ptr<Subcommand> compare_command() {
  return std::make_unique<Compare>();
}

}  // namespace ppp::cli
