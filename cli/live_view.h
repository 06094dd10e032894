// SPDX-License-Identifier: Apache-2.0
// `profile --live`: the terminal while a recording goes on. Plain ANSI on the
// alternate screen, so that what stood there before comes back.

#pragma once

#include <termios.h>

#include <memory>
#include <optional>
#include <string>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "profiler/record.h"

namespace ppp::cli {

class LiveView final : public profiler::Spectator {
 public:
  /// Becomes the spectator of `options` and goes when the watching ends.
  /// nullptr if it is not `wanted`. Fails where there is no terminal to draw
  /// on. `stdout_taken`: it carries data of ours.
  static Result<std::unique_ptr<LiveView>> open_if(
      bool wanted, bool stdout_taken, profiler::RecordOptions& options);
  LiveView(const LiveView&) = delete;
  LiveView& operator=(const LiveView&) = delete;
  /// Puts the terminal back as it was.
  ~LiveView() override { close(); }
  void close();

  /// Reads the keys: q is an interrupt, as Ctrl-C is.
  bool wants_view(double now_s) override;
  void show(const profiler::Profile& so_far) override;

 private:
  explicit LiveView(int screen);

  int screen_;
  bool open_ = true;
  bool keys_ = false;  // stdin is the terminal
  std::optional<termios> before_;
  double shown_s_ = -1;
  profiler::Profile last_;
};

/// What a program prints to the terminal while a view is drawn there: kept, and
/// printed when this goes.
class HeldOutput {
 public:
  /// Takes those outputs of `command` that would go to the terminal.
  static Result<HeldOutput> of(Command& command, bool stdout_taken);
  HeldOutput(HeldOutput&&) = default;
  ~HeldOutput();

 private:
  HeldOutput(TempDir dir, int to) : dir_(std::move(dir)), to_(to) {}

  TempDir dir_;
  int to_;
};

}  // namespace ppp::cli
