/** Uses all of the api of its day, and must run with every later one. */
module frozen {
    requires org.retrato.api;

    provides org.retrato.api.Activation with
            frozen.Mosaic,
            frozen.Gate;
    provides org.retrato.api.Loss with
            frozen.Referee,
            frozen.Jury,
            frozen.Quorum;
    provides org.retrato.api.Optimizer with
            frozen.Brush,
            frozen.Roller;
    provides org.retrato.api.Schedule with
            frozen.Cooling;
    provides org.retrato.api.Style with
            frozen.Fresco,
            frozen.Print;
}
