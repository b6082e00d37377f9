/** What this plugin provides. It needs no exports and no opens: the runtime alone reaches into its records. */
module ${package} {
    requires org.retrato.api;
#if($kind.matches("activation|plugin"))

    provides org.retrato.api.Activation with
            ${package}.${activation};
#end
#if($kind.matches("loss|plugin"))

    provides org.retrato.api.Loss with
            ${package}.${loss};
#end
#if($kind.matches("optimizer|plugin"))

    provides org.retrato.api.Optimizer with
            ${package}.${optimizer};
#end
#if($kind.matches("schedule|plugin"))

    provides org.retrato.api.Schedule with
            ${package}.${schedule};
#end
#if($kind.matches("style|plugin"))

    provides org.retrato.api.Style with
            ${package}.${style};
#end
}
