import engine

print("start")
engine.prepare(5)
print(engine.run(30))
