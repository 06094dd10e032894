# SPDX-License-Identifier: Apache-2.0
import engine

print(engine.early, engine.total)
