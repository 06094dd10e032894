// SPDX-License-Identifier: Apache-2.0
#include "profiler/watched_process.h"

#include <algorithm>
#include <utility>

namespace ppp::profiler {
namespace {

constexpr int kUnreadableLooks = 10;

}  // namespace

WatchedProcess::WatchedProcess(int pid, std::unique_ptr<RemoteMemory> memory,
                               const std::string& name, NameFile name_file,
                               double native_hz)
    : memory_(std::move(memory)),
      pid_(pid),
      name_file_(std::move(name_file)),
      attacher_(pid, *memory_, name),
      native_hz_(native_hz) {
  if (native_hz > 0) native_.ask(native_hz);
}

Result<bool> WatchedProcess::try_attach(double now_s) {
  auto attached = attacher_.try_attach();
  if (!attached) return attached.error();
  if (!*attached) return false;
  executable_ = (*attached)->executable;
  python_ = (*attached)->interpreter.version;
  std::unique_ptr<native::NativeWatch> watch;
  if (native_hz_ > 0) {
    watch = std::make_unique<native::NativeWatch>(pid_, native_hz_, native_);
  }
  sampler_ = std::make_unique<Sampler>(pid_, *memory_, (*attached)->interpreter,
                                       aggregator_, loops_, tasks_, name_file_,
                                       std::move(watch));
  last_s_ = now_s;
  unreadable_ = 0;
  return true;
}

bool WatchedProcess::sample(double now_s, std::int64_t weight) {
  const int failed = sampler_->sample(now_s, weight);
  if (failed == 0) {
    errors_ += unsure_;
    unsure_ = 0;
  } else {
    unsure_ += std::max(failed, 1);
  }
  unreadable_ = failed < 0 ? unreadable_ + 1 : 0;
  if (unreadable_ > kUnreadableLooks) {
    attacher_.forget();
    end_sampling(false);
    return false;
  }
  intervals_ += weight;
  missed_ += weight - 1;
  sampled_s_ += now_s - last_s_;
  last_s_ = now_s;
  return true;
}

void WatchedProcess::end_sampling(bool goes_on) {
  if (!sampler_) return;
  if (goes_on) errors_ += unsure_;
  sampler_->finish();
  sampler_.reset();
}

void WatchedProcess::fill(Profile& profile) const {
  profile.executable = executable_;
  profile.python = python_;
  profile.missed = missed_;
  profile.errors = errors_;
  native_.fill(profile);
  if (intervals_ == 0) return;
  const double interval_s = sampled_s_ / static_cast<double>(intervals_);
  aggregator_.fill(profile, interval_s);
  loops_.fill(profile, interval_s);
  tasks_.fill(profile, interval_s);
}

}  // namespace ppp::profiler
