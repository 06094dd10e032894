import engine

jobs = [(n, n % 7 + 2) for n in range(40)]
print(engine.run_jobs(jobs))
