// SPDX-License-Identifier: Apache-2.0
// One process that is sampled: what it runs, and what was seen so far.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "profiler/aggregate.h"
#include "profiler/attach.h"
#include "profiler/loop_tally.h"
#include "profiler/profile.h"
#include "profiler/remote_memory.h"
#include "profiler/sampler.h"

namespace ppp::profiler {

class WatchedProcess {
 public:
  /// Turns a code object's file name into the one to report.
  using NameFile = std::function<std::string(const std::string&)>;

  /// `name` is for messages. `native_hz`: native stacks per second of a
  /// thread's CPU time; 0: none.
  WatchedProcess(int pid, std::unique_ptr<RemoteMemory> memory,
                 const std::string& name, NameFile name_file,
                 double native_hz = 0);

  /// One look for a Python that can be sampled, see Attacher::try_attach. True:
  /// there is one, and sampling has begun.
  Result<bool> try_attach(double now_s);
  bool seen_python() const { return attacher_.seen_python(); }

  bool sampling() const { return sampler_ != nullptr; }
  /// The last look failed in part: it may have ended.
  bool in_doubt() const { return unsure_ > 0; }
  /// A sample of all its threads, which stands for `weight` intervals, those
  /// missed before it included. False: it runs another program by now, or the
  /// same one again at other addresses, and is to be attached to again.
  bool sample(double now_s, std::int64_t weight);
  /// Ends it. `goes_on`: what could not be read of late was not its end.
  void end_sampling(bool goes_on);

  /// All but the command, the times and the CPU.
  void fill(Profile& profile) const;

 private:
  std::unique_ptr<RemoteMemory> memory_;
  int pid_;
  NameFile name_file_;
  Attacher attacher_;
  Aggregator aggregator_;
  LoopBook loops_;
  TaskTally tasks_;
  double native_hz_;
  native::NativeTally native_;
  std::unique_ptr<Sampler> sampler_;  // ends first: it counts in the above
  std::string executable_;
  std::string python_;
  double last_s_ = 0;
  double sampled_s_ = 0;
  std::int64_t intervals_ = 0;
  std::int64_t missed_ = 0;
  std::int64_t errors_ = 0;
  std::int64_t unsure_ = 0;  // failures that may only mean that it has ended
  int unreadable_ = 0;       // looks in a row
};

}  // namespace ppp::profiler
