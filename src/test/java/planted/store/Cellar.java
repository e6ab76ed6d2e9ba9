package planted.store;

import planted.front.Window;

/// Looks upstairs, and upstairs looks back.
public class Cellar {
    public Window window() {
        return new Window();
    }
}
