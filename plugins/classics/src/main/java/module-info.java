import org.retrato.api.Activation;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;
import org.retrato.api.Schedule;
import org.retrato.classics.Adam;
import org.retrato.classics.Constant;
import org.retrato.classics.Cosine;
import org.retrato.classics.CrossEntropy;
import org.retrato.classics.Exponential;
import org.retrato.classics.Huber;
import org.retrato.classics.Momentum;
import org.retrato.classics.Mse;
import org.retrato.classics.Relu;
import org.retrato.classics.Rmsprop;
import org.retrato.classics.Sgd;
import org.retrato.classics.Sigmoid;
import org.retrato.classics.StepDecay;
import org.retrato.classics.Tanh;

/** The classic activations, losses, optimizers and schedules. */
module org.retrato.classics {
    requires org.retrato.api;
    requires static org.jspecify;

    provides Activation with
            Relu,
            Sigmoid,
            Tanh;
    provides Loss with
            Mse,
            CrossEntropy,
            Huber;
    provides Optimizer with
            Sgd,
            Momentum,
            Adam,
            Rmsprop;
    provides Schedule with
            Constant,
            Cosine,
            StepDecay,
            Exponential;
}
