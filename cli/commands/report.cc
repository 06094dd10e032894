// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel report: what an earlier run found out, in another form.
#include "harness/report/report.h"

#include <CLI/CLI.hpp>

#include "base/files.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"

namespace ppp::cli {
namespace {

class ReportCommand final : public Subcommand {
 public:
  const char* name() const override { return "report"; }
  const char* summary() const override {
    return "show what an earlier run found out, or write it in another form";
  }
  const char* examples() const override {
    return "Examples:\n"
           "  pyprof-parallel run --json run.json script.py 120\n"
           "  pyprof-parallel report run.json --html run.html\n"
           "  pyprof-parallel report run.json --explain\n"
           "\n"
           "Nothing is run. Without --html or --markdown the summary is "
           "printed.";
  }
  Rest rest() const override { return Rest::kNothing; }
  void declare(CLI::App& app) override {
    output_.declare_documents(app);
    app.add_flag("--explain", explain_, "every loop's reasoning");
    app.add_option("run.json", path_, "what `run --json` wrote")->required();
  }
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  OutputOptions output_;
  std::string path_;
  bool explain_ = false;
};

Result<int> ReportCommand::execute(const std::vector<std::string>&) {
  Status writable = output_.check();
  if (!writable.ok()) return writable.error();
  auto report = read_report(path_);
  if (!report.ok()) return report.error();
  if (output_.markdown.empty() && output_.html.empty()) {
    print_for_people(terminal_summary(*report, terminal_style(false, explain_)),
                     false);
    return kDone;
  }
  for (Status written :
       {write_output(output_.markdown, markdown_report(*report)),
        write_output(output_.html, html_report(*report))}) {
    if (!written.ok()) return written.error();
  }
  return kDone;
}

}  // namespace

std::unique_ptr<Subcommand> report_command() {
  return std::make_unique<ReportCommand>();
}

}  // namespace ppp::cli
