import engine

if __name__ == "__main__":
    print("start")
    engine.prepare(5)
    print(engine.run(30))
